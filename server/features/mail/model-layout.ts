import { bodyWords, headerWords } from './model.ts';

/** What a mail is made of. HTML and plain text are written from the same blocks, so that neither says less. */
export type Block =
  | { type: 'lead'; text: string }
  | { type: 'text'; text: string }
  /** What all of this is about, above it. */
  | { type: 'about'; text: string }
  | { type: 'quote'; text: string }
  | { type: 'move'; text: string; mine: boolean }
  | { type: 'list'; title: string; items: { mark: string; text: string; note?: string }[] }
  | { type: 'facts'; items: { name: string; value: string }[] }
  | { type: 'ring'; sign: string; words: string }
  | { type: 'buttons'; title?: string; hint?: string; items: { label: string; url: string }[] }
  | { type: 'links'; title: string; items: { label: string; url: string }[] }
  | { type: 'small'; text: string };

/** Where the HTML of a mail finds the picture of the ring: a part of the mail itself. */
export const RING_ADDRESS = 'cid:ring@entente';

export interface Letter {
  subject: string;
  /** First words a phone shows beside the subject. */
  preheader: string;
  hello: string;
  blocks: Block[];
  locale: string;
  /** PNG that stands at RING_ADDRESS. */
  ring?: Buffer;
}

function escaped(text: string): string {
  return bodyWords(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const SERIF = "'Source Serif 4',Georgia,'Times New Roman',serif";
const SANS = "'Source Sans 3','Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Only http links of this server ever stand here; anything else would be a mistake worth no link at all. */
function href(url: string): string {
  return /^https?:\/\//.test(url) ? escaped(url) : '#';
}

function button(item: { label: string; url: string }, first: boolean): string {
  const look = first
    ? 'background:#0b5a6f;color:#ffffff;border:1px solid #0b5a6f'
    : 'background:#ffffff;color:#0b5a6f;border:1px solid #0b5a6f';
  const name = first ? 'first' : 'other';
  return (
    `<a class="button ${name}" href="${href(item.url)}" style="display:block;padding:12px 20px;margin:0 0 8px;border-radius:8px;${look};` +
    `font:600 16px/20px ${SANS};text-align:center;text-decoration:none">${escaped(item.label)}</a>`
  );
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'lead':
      return `<h1 class="ink" style="margin:0 0 16px;font:600 22px/28px ${SERIF};color:#1c2429">${escaped(headerWords(block.text, 500))}</h1>`;
    case 'text':
      return `<p class="ink" style="margin:0 0 16px;color:#1c2429">${lines(block.text)}</p>`;
    case 'about':
      return `<p class="soft" style="margin:0 0 4px;color:#55616a;font:italic 16px/22px ${SERIF}">${lines(block.text)}</p>`;
    case 'quote':
      return `<blockquote class="quote" style="margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #86306a;font:italic 18px/26px ${SERIF};color:#1c2429">${lines(block.text)}</blockquote>`;
    case 'move':
      return `<p class="move ink" style="margin:0 0 20px;padding:12px 16px;border-radius:8px;background:#eef4f5;color:#1c2429${block.mine ? ';font-weight:600' : ''}">${lines(block.text)}</p>`;
    case 'list':
      return (
        `<p class="soft" style="margin:0 0 4px;color:#55616a;font-size:14px">${lines(block.title)}</p>` +
        `<ul style="list-style:none;margin:0 0 16px;padding:0">${block.items.map(itemHtml).join('')}</ul>`
      );
    case 'facts':
      return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${block.items.map(factHtml).join('')}</table>`;
    case 'ring':
      return (
        `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px"><tr><td style="padding-right:12px">` +
        `<img src="${RING_ADDRESS}" width="32" height="32" alt="" style="display:block"></td>` +
        `<td class="soft" style="color:#55616a;font:14px/20px ${SANS}">${lines(block.words)}</td></tr></table>`
      );
    case 'buttons':
      return (
        (block.title
          ? `<p class="ink" style="margin:8px 0;color:#1c2429;font-weight:600">${lines(block.title)}</p>`
          : '') +
        block.items.map((item, index) => button(item, index === 0)).join('') +
        (block.hint
          ? `<p class="soft" style="margin:4px 0 20px;color:#55616a;font-size:14px">${lines(block.hint)}</p>`
          : '')
      );
    case 'links':
      return (
        `<p class="soft" style="margin:0 0 20px;color:#55616a;font-size:14px">${lines(block.title)}: ` +
        `${block.items.map((item) => `<a class="link" href="${href(item.url)}" style="color:#0b5a6f">${escaped(item.label)}</a>`).join(' · ')}</p>`
      );
    case 'small':
      return `<p class="soft" style="margin:0 0 8px;color:#55616a;font-size:13px;line-height:18px">${lines(block.text)}</p>`;
  }
}

function itemHtml(item: { mark: string; text: string; note?: string }): string {
  const note = item.note
    ? `<br><span class="soft" style="color:#55616a;font-size:14px">${lines(item.note)}</span>`
    : '';
  return `<li class="ink" style="margin:0 0 6px;padding:0 0 0 24px;text-indent:-24px;color:#1c2429"><span style="display:inline-block;width:24px;text-indent:0">${escaped(item.mark)}</span>${lines(item.text)}${note}</li>`;
}

function factHtml(item: { name: string; value: string }): string {
  return (
    `<tr><td class="soft" style="padding:2px 16px 2px 0;color:#55616a;font:14px/20px ${SANS};vertical-align:top">${lines(item.name)}</td>` +
    `<td class="ink" style="padding:2px 0;color:#1c2429;font:16px/22px ${SANS}">${lines(item.value)}</td></tr>`
  );
}

const STYLE = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){body,.page{background:#12181b!important}.card{background:#1b2327!important}.ink,.quote{color:#e8edef!important}
.soft{color:#a9b5bb!important}.move{background:#23303a!important}.link{color:#7cc4d6!important}.quote{border-color:#d08cbb!important}.foot{border-color:#34404a!important}
.button.first{background:#7cc4d6!important;border-color:#7cc4d6!important;color:#0d1417!important}
.button.other{background:#1b2327!important;border-color:#7cc4d6!important;color:#7cc4d6!important}}
@media (max-width:480px){.card{padding:20px 16px!important;border-radius:0!important}.page{padding:0!important}}`;

/** The HTML of a mail: one column, a phone's width, light and dark, nothing fetched from anywhere. */
export function letterHtml(letter: Letter): string {
  const foot = letter.blocks.filter((block) => block.type === 'small');
  const body = letter.blocks.filter((block) => block.type !== 'small');
  return `<!doctype html>
<html lang="${escaped(letter.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(letter.subject)}</title><style>${STYLE}</style></head>
<body style="margin:0;background:#f4f6f6">
<div style="display:none;max-height:0;overflow:hidden">${escaped(letter.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f4f6f6;padding:24px 8px"><tr><td align="center">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr>
<td class="card" style="background:#ffffff;border-radius:12px;padding:28px 32px;font:16px/24px ${SANS};text-align:left">
<p class="soft" style="margin:0 0 12px;color:#55616a">${lines(letter.hello)}</p>
${body.map(blockHtml).join('\n')}
<div class="foot" style="margin-top:24px;padding-top:16px;border-top:1px solid #d5dcdf">${foot.map(blockHtml).join('\n')}</div>
</td></tr></table></td></tr></table></body></html>
`;
}

const indented = (text: string, first: string, next: string): string =>
  first + bodyWords(text).replaceAll('\n', `\n${next}`);

function blockText(block: Block): string {
  switch (block.type) {
    case 'quote':
      return indented(block.text, '> ', '> ');
    case 'move':
      return indented(block.text, '» ', '  ');
    case 'list':
      return [`${bodyWords(block.title)}:`, ...block.items.map(itemText)].join('\n');
    case 'facts':
      return block.items.map((item) => `${bodyWords(item.name)}: ${indented(item.value, '', '  ')}`).join('\n');
    case 'ring':
      return `${block.sign}  ${bodyWords(block.words)}`;
    case 'buttons': {
      const items = block.items.map((item) => `* ${bodyWords(item.label)}\n  ${item.url}`);
      return [
        ...(block.title ? [bodyWords(block.title)] : []),
        ...items,
        ...(block.hint ? [bodyWords(block.hint)] : []),
      ].join('\n');
    }
    case 'links':
      return [
        `${bodyWords(block.title)}:`,
        ...block.items.map((item) => `- ${bodyWords(item.label)}: ${item.url}`),
      ].join('\n');
    case 'lead':
      return headerWords(block.text, 500);
    default:
      return bodyWords(block.text);
  }
}

function itemText(item: { mark: string; text: string; note?: string }): string {
  const line = indented(item.text, `${item.mark} `, '  ');
  return item.note ? `${line}\n  ${indented(item.note, '', '  ')}` : line;
}

/** The plain text of a mail: everything the HTML says, in the same order. */
export function letterText(letter: Letter): string {
  const foot = letter.blocks.filter((block) => block.type === 'small');
  const body = letter.blocks.filter((block) => block.type !== 'small');
  const parts = [bodyWords(letter.hello), ...body.map(blockText), '-- ', ...foot.map(blockText)];
  return `${parts.join('\n\n')}\n`;
}
