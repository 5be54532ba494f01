import { messagesFor, type Messages } from '../../../messages/catalogue.ts';
import {
  daySaid,
  fullDay,
  dayOf,
  listSaid,
  momentSaid,
  percentSaid,
  type ReaderNow,
} from '../../../messages/format.ts';
import type { Locale } from '../../../messages/locale.ts';
import type { ItemRef } from '../fit/schema.ts';
import type { Item } from '../needs/schema.ts';
import type { ConfidenceShape } from '../trust/schema.ts';
import { type Line, Sheet } from './model-sheet.ts';
import type { Brief } from './schema.ts';

/** Pages a brief may have. */
export const MOST_PAGES = 2;
/** Entries of each list, from what one hopes for down to what surely fits. */
const DENSITIES = [8, 6, 4, 3, 2];
const LONGEST = 180;

interface Saying {
  words: Messages;
  reader: ReaderNow;
  most: number;
}

const short = (text: string, longest = LONGEST): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

/** The first of a list, and how many more there are. */
function first<T>(all: readonly T[], { words, most }: Saying, line: (one: T) => Line): Line[] {
  const shown = all.slice(0, most).map(line);
  return all.length > most ? [...shown, { text: words.brief.more({ n: all.length - most }), soft: true }] : shown;
}

function confidenceSaid(found: ConfidenceShape, { trust }: Messages, locale: Locale): string {
  if (found.value !== null && found.level !== null)
    return trust.small.stated({
      value: percentSaid(found.value, locale),
      level: trust.level[found.level],
      count: found.count,
    });
  return found.standing === 'too-long-ago'
    ? trust.standing['too-long-ago']
    : trust.small.none({ count: found.count, from: found.statedFrom });
}

function who(sheet: Sheet, brief: Brief, saying: Saying): void {
  const { words, reader } = saying;
  const { brief: said } = words;
  const facts: Line[] = [
    {
      text: `${words.stages.title}: ${words.stages.stages[brief.stage].name}. ${words.stages.stages[brief.stage].said}`,
      face: 'strong',
    },
    { text: `${said.last}: ${brief.last ? momentSaid(brief.last, reader) : said.never}` },
    {
      text: `${said.next}: ${brief.next ? `${short(brief.next.title, 90)}, ${momentSaid(brief.next.at, reader)}` : said.nothingNext}`,
    },
    ...(brief.lastReadback
      ? [
          {
            text: brief.lastReadback.answeredAt
              ? `${said.readback.confirmed} ${momentSaid(brief.lastReadback.answeredAt, reader)}`
              : `${said.readback.waiting} ${momentSaid(brief.lastReadback.sentAt, reader)}`,
          },
        ]
      : []),
    ...brief.confidence.map(({ direction, confidence }) => ({
      text: `${direction === 'in-them' ? said.inThem({ partner: brief.partner.name }) : said.inUs({ partner: brief.partner.name })}: ${confidenceSaid(confidence, words, reader.locale)}`,
    })),
  ];
  sheet.lines(facts);
}

const titled = (title: string): Line => ({ text: title, face: 'strong', below: 1 });

function itemSaid(item: Pick<Item, 'title' | 'kind' | 'amount'>, { words }: Saying): string {
  return [short(item.title), words.needs.kinds[item.kind], item.amount].filter(Boolean).join(' · ');
}

function needs(sheet: Sheet, brief: Brief, saying: Saying): void {
  const { words } = saying;
  const { needs: said, brief: heads } = words;
  const { ours, theirs, understood } = brief.needs;
  const more = (nature: 'need' | 'offer'): Line[] => {
    const n = nature === 'need' ? theirs.counted.needs : theirs.counted.offers;
    return n === 0 ? [] : [{ text: said.room.more[nature]({ n, partner: brief.partner.name }), soft: true }];
  };
  const of = (nature: 'need' | 'offer'): Line[] => {
    const all = [
      ...theirs.disclosed.filter((one) => one.nature === nature).map((one) => ({ text: itemSaid(one, saying) })),
      ...understood
        .filter((one) => one.nature === nature)
        .map((one) => ({
          text: `${itemSaid({ ...one, title: one.answer?.correction ?? one.title }, saying)} (${one.answer ? said.answers[one.answer.verdict] : said.certainties[one.certainty ?? 'heard']})`,
        })),
    ];
    const lines = [...first(all, saying, (one) => one), ...more(nature)];
    return [titled(said.room.natures[nature]), ...(lines.length > 0 ? lines : [{ text: heads.none, soft: true }])];
  };
  const mine = (nature: 'need' | 'offer'): Line[] => {
    const lines = first(
      ours.filter((one) => one.nature === nature),
      saying,
      (one) => ({ text: `${itemSaid(one, saying)} (${said.levelsShort[one.disclosures[0]?.level ?? 'hidden']})` }),
    );
    return [titled(said.own.natures[nature]), ...(lines.length > 0 ? lines : [{ text: heads.none, soft: true }])];
  };
  sheet.heading(heads.theirs({ partner: brief.partner.name }));
  sheet.columns(of('need'), of('offer'));
  sheet.heading(heads.ours);
  sheet.columns(mine('need'), mine('offer'));
}

function fitting(sheet: Sheet, brief: Brief, saying: Saying): void {
  const { words } = saying;
  const { direct, oneSided, initiatives } = brief.fit;
  const said = (need: ItemRef, offer: ItemRef): string =>
    `${need.whose === 'ours' ? words.fit.helpsUs({ partner: brief.partner.name }) : words.fit.helpsThem({ partner: brief.partner.name })}: ${words.brief.serves({ offer: short(offer.title, 90), need: short(need.title, 90) })}`;
  const lines: Line[] = [
    ...direct
      .slice(0, 3)
      .flatMap(({ forUs, forThem }) => [
        { text: said(forUs.need, forUs.offer) },
        { text: said(forThem.need, forThem.offer), below: 4 },
      ]),
    ...[...oneSided.forUs, ...oneSided.forThem].slice(0, 3).map((one) => ({ text: said(one.need, one.offer) })),
  ];
  sheet.heading(words.fit.title);
  sheet.lines(lines.length > 0 ? lines : [{ text: words.brief.nothingFits, soft: true }]);
  if (initiatives.length > 0) {
    sheet.lines([
      titled(words.initiatives.title),
      {
        text: listSaid(
          initiatives.map(({ key }) => words.initiatives.kinds[key].title),
          saying.reader.locale,
          'or',
        ),
      },
    ]);
  }
}

function promises(sheet: Sheet, brief: Brief, saying: Saying): void {
  const { words, reader } = saying;
  const { brief: said } = words;
  const line = (one: Brief['open'][number]): Line => {
    const due = one.dueDay ? daySaid(one.dueDay, reader) : one.dueAt ? momentSaid(one.dueAt, reader) : null;
    return { text: [short(one.title, 110), due && said.due({ at: due })].filter(Boolean).join(' · ') };
  };
  const of = (role: 'performer' | 'customer', head: string): Line[] => {
    const lines = first(
      brief.open.filter((one) => one.role === role),
      saying,
      line,
    );
    return [titled(head), ...(lines.length > 0 ? lines : [{ text: said.nothingOpen, soft: true }])];
  };
  sheet.heading(said.open);
  sheet.columns(of('performer', said.weDeliver), of('customer', said.theyDeliver({ partner: brief.partner.name })));
}

function people(sheet: Sheet, brief: Brief, saying: Saying): void {
  const { words } = saying;
  const of = (side: 'ours' | 'theirs', head: string): Line[] => {
    const lines = first(
      brief.people.filter((one) => one.side === side),
      saying,
      (one) => {
        const duties = listSaid(
          one.duties.map((duty) => words.pairs.duty[duty]),
          saying.reader.locale,
        );
        return { text: [one.name, one.title, duties].filter(Boolean).join(', ') };
      },
    );
    return [titled(head), ...(lines.length > 0 ? lines : [{ text: words.brief.none, soft: true }])];
  };
  sheet.heading(words.brief.people);
  sheet.columns(of('theirs', brief.partner.name), of('ours', brief.organization));
  if (brief.pairs.length > 0)
    sheet.lines([
      titled(words.pairs.pairs.title),
      ...first(brief.pairs, saying, ({ ours, theirs, topic }) => ({
        text: [`${theirs} · ${ours}`, topic && short(topic, 90)].filter(Boolean).join(': '),
      })),
    ]);
}

function draw(brief: Brief, saying: Saying): Sheet {
  const { words, reader } = saying;
  const { partner } = brief;
  const sheet = new Sheet(words.brief.title({ partner: partner.name }), reader.locale);
  const under = [
    partner.domain,
    words.partners.presence[partner.presence],
    words.brief.since({ day: fullDay(dayOf(brief.since, reader.zone), reader.locale) }),
  ];
  sheet.title(partner.name, under.filter(Boolean).join(' · '));
  who(sheet, brief, saying);
  needs(sheet, brief, saying);
  fitting(sheet, brief, saying);
  promises(sheet, brief, saying);
  people(sheet, brief, saying);
  return sheet;
}

/** The brief as a well-set PDF of at most two pages: what does not fit is counted instead. */
export async function briefPdf(brief: Brief, locale: Locale, zone: string): Promise<Buffer> {
  const words = messagesFor(locale);
  const reader: ReaderNow = { locale, zone, now: brief.now };
  const made = fullDay(dayOf(brief.now, zone), locale);
  const foot = (page: number, pages: number) =>
    words.brief.foot({ organization: brief.organization, day: made, page, pages });
  const sheets = DENSITIES.map((most) => () => draw(brief, { words, reader, most }));
  for (const sheet of sheets.slice(0, -1)) {
    const drawn = sheet();
    if (drawn.pages <= MOST_PAGES) return drawn.finish(foot);
  }
  return sheets.at(-1)!().finish(foot);
}
