import type { Terms } from '@entente/protocol';
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../../messages/catalogue.ts';
import { checklist } from './checklist.ts';
import { linkify } from './linkify.ts';
import { isMyMove, moveSaid } from './move-words.ts';
import { PageFixture } from './page-fixture.ts';
import { voiceOf } from './perspective.ts';
import { saidOf } from './said.ts';
import { termsBefore, termsChanges } from './terms-changes.ts';

const reader = { locale: 'en', zone: 'Europe/Madrid', now: '2026-06-10T10:00:00.000Z' } as const;
const words = messagesFor('en');

function negotiated(): { fixture: PageFixture; counter: string } {
  const fixture = new PageFixture();
  const asked = fixture.terms(
    'Host three interns',
    { c1: 'A mentor each', c2: 'A closing talk' },
    '2026-07-01',
    '2026-06-20',
  );
  const request = fixture.say({
    by: 'customer',
    at: '2026-06-10T08:00:00.000Z',
    saying: { kind: 'request', terms: asked },
  });
  const changed = fixture.terms(
    'Host two interns',
    { c1: 'A mentor each', c3: 'A real task' },
    '2026-07-08',
    '2026-06-20',
  );
  const counter = fixture.say({
    by: 'performer',
    at: '2026-06-10T09:00:00.000Z',
    saying: { kind: 'counter', answers: request, terms: changed, text: fixture.text('Two is what we can do') },
  });
  return { fixture, counter };
}

describe('versions of terms side by side', () => {
  test('say line by line what changed, conditions by their id', () => {
    const { fixture, counter } = negotiated();
    const page = fixture.page(reader.now);
    const before = termsBefore(page).get(counter);
    const lines = before
      ? termsChanges(before, page.conversation.terms.terms, (each) => page.texts[each]?.text ?? '')
      : [];
    expect(lines.map((line) => [line.part, line.mark])).toEqual([
      ['what', 'changed'],
      ['condition', 'same'],
      ['condition', 'added'],
      ['condition', 'removed'],
      ['due', 'changed'],
    ]);
  });

  test('the first version has nothing before it', () => {
    const { fixture } = negotiated();
    const page = fixture.page(reader.now);
    expect(termsBefore(page).has(page.acts[0]?.id ?? '')).toBe(false);
  });

  test('say the kind of work that one of them names', () => {
    const { fixture } = negotiated();
    const terms = fixture.page(reader.now).conversation.terms.terms;
    const marks = (before: Terms, after: Terms) =>
      termsChanges(before, after, () => 'words').find((line) => line.part === 'work')?.mark;
    expect(marks(terms, terms)).toBeUndefined();
    expect(marks(terms, { ...terms, work: 'talent' })).toBe('added');
    expect(marks({ ...terms, work: 'talent' }, { ...terms, work: 'advice' })).toBe('changed');
    expect(marks({ ...terms, work: 'talent' }, terms)).toBe('removed');
  });

  test('the same wording under another commitment is no change', () => {
    const { fixture } = negotiated();
    const terms = fixture.page(reader.now).conversation.terms.terms;
    const lines = termsChanges(terms, { ...terms, what: 'other' }, () => 'the same words');
    expect(lines.every((line) => line.mark === 'same')).toBe(true);
  });
});

function promised(): { fixture: PageFixture; report: string } {
  const { fixture, counter } = negotiated();
  fixture.say({ by: 'customer', at: '2026-06-11T08:00:00.000Z', saying: { kind: 'agree', answers: counter } });
  const report = fixture.say({
    by: 'performer',
    at: '2026-06-20T08:00:00.000Z',
    saying: {
      kind: 'report',
      on: [
        { condition: 'c1', text: fixture.text('Lee and Kim') },
        { condition: 'c3', text: fixture.text('Gripper') },
      ],
    },
  });
  return { fixture, report };
}

describe('the checklist of conditions', () => {
  test('is open, then reported, then unmet with its mark, then met', () => {
    const { fixture, report } = promised();
    const states = () => checklist(fixture.page(reader.now)).map((line) => line.status);
    expect(states()).toEqual(['reported', 'reported']);
    fixture.say({
      by: 'customer',
      at: '2026-06-21T08:00:00.000Z',
      saying: {
        kind: 'return',
        answers: report,
        unmet: [{ condition: 'c3', text: fixture.text('No task was agreed') }],
      },
    });
    expect(states()).toEqual(['reported', 'unmet']);
    expect(checklist(fixture.page(reader.now))[1]?.returns).toMatchObject([{ text: 'No task was agreed' }]);
    const again = fixture.say({
      by: 'performer',
      at: '2026-06-25T08:00:00.000Z',
      saying: {
        kind: 'report',
        on: [
          { condition: 'c1', text: fixture.text('Lee') },
          { condition: 'c3', text: fixture.text('Done') },
        ],
      },
    });
    fixture.say({
      by: 'customer',
      at: '2026-06-26T08:00:00.000Z',
      saying: {
        kind: 'accept',
        answers: again,
        verdicts: [
          { condition: 'c1', verdict: 'met' },
          { condition: 'c3', verdict: 'waived' },
        ],
      },
    });
    expect(states()).toEqual(['met', 'waived']);
  });

  test('a report that was taken back leaves the conditions open', () => {
    const { fixture, report } = promised();
    fixture.say({ by: 'performer', at: '2026-06-20T09:00:00.000Z', saying: { kind: 'retract', answers: report } });
    expect(checklist(fixture.page(reader.now)).map((line) => line.status)).toEqual(['open', 'open']);
  });

  test('acts without effect change nothing', () => {
    const { fixture } = promised();
    const late = fixture.say({
      by: 'performer',
      at: '2026-06-20T10:00:00.000Z',
      saying: { kind: 'retract', answers: 'f'.repeat(64) },
    });
    expect(fixture.acts.find((act) => act.id === late)?.void).not.toBeNull();
    expect(checklist(fixture.page(reader.now)).map((line) => line.status)).toEqual(['reported', 'reported']);
  });
});

describe('whose move it is, in words', () => {
  test('depends on who reads', () => {
    const { fixture } = negotiated();
    const [ours, theirs] = [fixture.page(reader.now, 'customer'), fixture.page(reader.now, 'performer')];
    const said = (page: typeof ours) => page.view.moves.map((move) => moveSaid(page, move, words, reader));
    expect(said(ours)).toEqual(['Your move: an answer, by Saturday 20 June']);
    expect(said(theirs)).toEqual(['Northfield’s move: an answer, by Saturday 20 June']);
    expect([isMyMove(ours), isMyMove(theirs)]).toEqual([true, false]);
  });
});

describe('who said it, and how', () => {
  test('a recorded act names its speaker and the side that wrote it down', () => {
    const { fixture } = negotiated();
    const noted = fixture.say({
      by: 'performer',
      at: '2026-06-10T09:30:00.000Z',
      via: 'recorded',
      saying: { kind: 'say', text: fixture.text('We will think about it') },
    });
    const page = fixture.page(reader.now);
    const act = page.acts.find((each) => each.id === noted);
    expect(act && voiceOf(page, act)).toEqual({ name: 'Sam', organization: 'Nova', via: 'recorded', writer: 'Ana' });
    expect(act && saidOf(page, act, words)).toBe('Sam wrote');
  });
});

describe('web addresses in a text', () => {
  test('become links, without the punctuation after them', () => {
    expect(linkify('See https://a.example/b?c=1, or (http://d.example).')).toEqual([
      { text: 'See ' },
      { text: 'https://a.example/b?c=1', href: 'https://a.example/b?c=1' },
      { text: ', or (' },
      { text: 'http://d.example', href: 'http://d.example' },
      { text: ').' },
    ]);
  });

  test('nothing else does', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'mail a@b.example', 'https://']) {
      expect(linkify(text)).toEqual([{ text }]);
    }
  });
});
