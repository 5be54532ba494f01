import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignedUp } from '../../testing/people.ts';
import { request, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { runsOf } from './model-fonts.ts';
import { MOST_PAGES } from './model-pdf.ts';

let server: TestServer;
let a: SignedUp;
let b: SignedUp;
let partnership: string;
let brief: string;

beforeAll(async () => {
  server = await testServer();
  ({ a, b, partnership } = await twoPartners(server));
  brief = `${a.base}/partnerships/${partnership}/brief`;
});
afterAll(() => server.close());

const pagesOf = (pdf: string): number => Number(/\/Type \/Pages[\s\S]*?\/Count (\d+)/.exec(pdf)?.[1]);
const pdfOf = async (who: SignedUp, path = brief) => {
  const answer = await who.request(`${path}.pdf?locale=es&zone=Europe/Madrid`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { answer, text: bytes.toString('latin1') };
};

describe('the brief', () => {
  test('says who they are, what is open, and what comes next', async () => {
    const conversation = await request(server, a, partnership, 'Twelve places for interns');
    const found = await a.json(brief);
    expect(found).toMatchObject({
      partner: { name: 'Acero y Luz', presence: 'claimed' },
      organization: 'Universidad del Norte',
      open: [{ id: conversation, role: 'customer' }],
      next: { conversationId: conversation, title: 'Twelve places for interns' },
      confidence: [
        { direction: 'in-them', confidence: { standing: 'too-early' } },
        { direction: 'in-us', confidence: { standing: 'too-early' } },
      ],
    });
    expect(found.people.map((one: { side: string }) => one.side)).toContain('theirs');
  });

  test('is a PDF with a title, a language and tags', async () => {
    const { answer, text } = await pdfOf(a);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/Lang (es)');
    expect(text).toContain('/MarkInfo');
    expect(pagesOf(text)).toBeLessThanOrEqual(MOST_PAGES);
  });

  test('has at most two pages, however much there is', async () => {
    const long = 'A very long title that goes on about many things at once and never comes to an end '
      .repeat(2)
      .slice(0, 199);
    for (let n = 0; n < 25; n += 1) {
      const json = {
        nature: n % 2 ? 'need' : 'offer',
        kind: 'research',
        title: `${n} ${long}`.slice(0, 199),
        amount: 'x'.repeat(99),
      };
      await Promise.all([
        a.json(`${a.base}/needs`, { json, status: 201 }),
        a.json(`${a.base}/needs`, { json: { ...json, about: partnership }, status: 201 }),
        request(server, a, partnership, `${n} ${long}`),
        request(server, b, partnership, `${n} ${long}`),
      ]);
    }
    const { text } = await pdfOf(a);
    expect(pagesOf(text)).toBe(MOST_PAGES);
  });

  test('draws other scripts of Europe, and marks what it cannot draw', () => {
    expect(runsOf('Łódź Ωμέγα Привет', 'sans').map((run) => run.cut)).toEqual([
      'sans-latin-ext',
      'sans-latin',
      'sans-latin-ext',
      'sans-latin',
      'sans-greek',
      'sans-latin',
      'sans-cyrillic',
    ]);
    expect(runsOf('مهندسان 👩🏽‍🔧', 'sans')).toEqual([{ cut: 'sans-latin', text: '· ·' }]);
  });
});
