import PDFDocument from 'pdfkit';
import { cutsOf, type Face, runsOf } from './model-fonts.ts';

const MARGIN = 48;
const INK = '#1b2429';
const SOFT = '#47545b';
const LINE = '#c9d1d4';
const FACES: Face[] = ['sans', 'strong', 'serif'];

export interface Line {
  text: string;
  face?: Face;
  size?: number;
  soft?: boolean;
  /** Space under it, in points. */
  below?: number;
}

/** A sheet of A4 on which blocks are set under each other, in one or two columns, tagged for screen readers. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #left = MARGIN;
  readonly #width: number;

  constructor(title: string, language: string) {
    this.#doc = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: language,
      info: { Title: title, Creator: 'Entente' },
    });
    for (const face of FACES) for (const cut of cutsOf(face)) this.#doc.registerFont(cut.name, cut.bytes);
    this.#width = this.#doc.page.width - 2 * MARGIN;
  }

  get pages(): number {
    return this.#doc.bufferedPageRange().count;
  }

  #write(
    { text, face = 'sans', size = 10, soft = false, below = 2 }: Line,
    x: number,
    width: number,
    tag: string,
  ): void {
    const runs = runsOf(text, face);
    const doc = this.#doc;
    doc.addStructure(
      doc.struct(tag, {}, () => {
        doc.fontSize(size).fillColor(soft ? SOFT : INK);
        for (const [index, run] of runs.entries()) {
          doc.font(run.cut);
          const options = { width, continued: index < runs.length - 1, lineGap: 1 };
          if (index === 0) doc.text(run.text, x, doc.y, options);
          else doc.text(run.text, options);
        }
      }),
    );
    doc.y += below;
  }

  /** Starts a new page where less than this is left. */
  #keep(height: number): void {
    if (this.#doc.y + height > this.#doc.page.height - MARGIN) this.#doc.addPage();
  }

  title(text: string, under: string): void {
    this.#write({ text, face: 'serif', size: 22, below: 2 }, this.#left, this.#width, 'H1');
    this.#write({ text: under, soft: true, below: 6 }, this.#left, this.#width, 'P');
  }

  heading(text: string): void {
    this.#keep(48);
    const doc = this.#doc;
    doc.y += 6;
    doc
      .moveTo(this.#left, doc.y)
      .lineTo(this.#left + this.#width, doc.y)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    doc.y += 5;
    this.#write({ text, face: 'serif', size: 13, below: 3 }, this.#left, this.#width, 'H2');
  }

  lines(lines: Line[]): void {
    for (const line of lines) {
      this.#keep(16);
      this.#write(line, this.#left, this.#width, 'P');
    }
  }

  /** Two columns beside each other, each read to its end before the other. */
  columns(left: Line[], right: Line[]): void {
    const gap = 20;
    const width = (this.#width - gap) / 2;
    this.#keep(64);
    const top = this.#doc.y;
    const page = this.pages;
    for (const line of left) this.#write(line, this.#left, width, 'P');
    const low = { y: this.#doc.y, page: this.pages };
    this.#doc.switchToPage(page - 1);
    this.#doc.y = top;
    for (const line of right) this.#write(line, this.#left + width + gap, width, 'P');
    if (low.page > this.pages || (low.page === this.pages && low.y > this.#doc.y)) {
      this.#doc.switchToPage(low.page - 1);
      this.#doc.y = low.y;
    }
  }

  /** Puts a line at the foot of each page and answers the file. */
  async finish(foot: (page: number, pages: number) => string): Promise<Buffer> {
    const doc = this.#doc;
    const pages = this.pages;
    for (let page = 0; page < pages; page += 1) {
      doc.switchToPage(page);
      doc.page.margins.bottom = 0;
      doc.fontSize(8).fillColor(SOFT);
      const y = doc.page.height - 34;
      for (const run of runsOf(foot(page + 1, pages), 'sans'))
        doc.font(run.cut).text(run.text, this.#left, y, { width: this.#width, lineBreak: false });
    }
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => {
      doc.on('end', resolve);
      doc.on('error', reject);
    });
    doc.end();
    await ended;
    return Buffer.concat(chunks);
  }
}
