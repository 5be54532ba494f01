import { describe, expect, it } from 'vitest';
import { agree, amend, request } from '../testing/sayings.ts';
import { promised } from '../testing/scenario.ts';
import { compose, customer, lastOf, performer, play } from '../testing/story.ts';
import { type Act, canonicalBytes, canonicalText, checkAct, limits, parseAct } from './index.ts';

const opening = compose(undefined, customer(0, request(), 'negotiating'));
const { id: _id, ...sent } = opening;
const text = canonicalText(sent);

type Loose = Record<string, unknown>;
const changed = (change: (act: Loose) => void, base: object = sent): Loose => {
  const copy = structuredClone(base) as Loose;
  change(copy);
  return copy;
};

describe('reading an act', () => {
  it('takes canonical text and bytes alike', () => {
    expect(parseAct(text)).toEqual({ act: sent });
    expect(parseAct(canonicalBytes(sent))).toEqual({ act: sent });
  });

  it('takes every act of a story', () => {
    for (const { act } of play([...promised(), customer(2, amend({ ids: ['c1'] }), 'performing')])) {
      const { id: _own, ...rest } = act;
      expect(parseAct(canonicalText(rest)).problem).toBeUndefined();
    }
  });

  it('takes one spelling only', () => {
    const others = [
      ` ${text}`,
      `${text}\n`,
      text.replace('"seq":1', '"seq":1.0'),
      text.replace('"seq":1', '"seq":1e0'),
      text.replace('"v":1}', '"v":1,"v":1}'),
      text.replace('"side":"customer"', '"side":"\\u0063ustomer"'),
      JSON.stringify(sent, null, 1),
    ];
    for (const other of others) {
      expect(other).not.toBe(text);
      expect(parseAct(other).problem).toEqual({ path: '', problem: 'must be in canonical form (RFC 8785)' });
    }
  });

  it('refuses what is no JSON, no UTF-8, or too large', () => {
    expect(parseAct('{').problem?.problem).toBe('must be JSON');
    expect(parseAct('['.repeat(60_000)).problem?.problem).toBe('must be JSON');
    expect(parseAct(`${'['.repeat(30_000)}${']'.repeat(30_000)}`).problem).toBeDefined();
    expect(parseAct(new Uint8Array([0xff, 0xfe])).problem?.problem).toBe('must be UTF-8');
    expect(parseAct(new Uint8Array([0xef, 0xbb, 0xbf, ...canonicalBytes(sent)])).problem).toBeDefined();
    expect(parseAct('x'.repeat(limits.actBytes + 1)).problem?.problem).toContain('larger');
    expect(parseAct('null').problem).toBeDefined();
    expect(parseAct('"act"').problem).toBeDefined();
  });
});

describe('the shape of an act', () => {
  const bad: [string, string, (act: Loose) => void][] = [
    ['an unknown member', '/extra', (act) => Object.assign(act, { extra: 1 })],
    [
      'an own __proto__',
      '/__proto__',
      (act) => Object.defineProperty(act, '__proto__', { value: {}, enumerable: true }),
    ],
    ['an unknown kind', '/kind', (act) => Object.assign(act, { kind: 'constructor' })],
    ['a missing author', '/from', (act) => delete act.from],
    ['a name for an organization id', '/from', (act) => Object.assign(act, { from: 'Acme Ltd' })],
    ['a hostile organization id', '/from', (act) => Object.assign(act, { from: '__proto__' })],
    ['another format', '/v', (act) => Object.assign(act, { v: 2 })],
    ['a side of nobody', '/side', (act) => Object.assign(act, { side: 'judge' })],
    ['a fractional number', '/seq', (act) => Object.assign(act, { seq: 1.5 })],
    ['a short nonce', '/nonce', (act) => Object.assign(act, { nonce: 'ab' })],
    ['a moment with a zone', '/at', (act) => Object.assign(act, { at: '2026-01-05T09:00:00+01:00' })],
    ['a moment that never was', '/at', (act) => Object.assign(act, { at: '2026-02-30T09:00:00.000Z' })],
    ['a year that sorts wrongly', '/at', (act) => Object.assign(act, { at: '0026-02-20T09:00:00.000Z' })],
    [
      'a long pseudonym',
      '/actor/pseudonym',
      (act) => Object.assign(act, { actor: { pseudonym: 'x'.repeat(65), via: 'session' } }),
    ],
    [
      'a way of speaking that is none',
      '/actor/via',
      (act) => Object.assign(act, { actor: { pseudonym: 'x', via: 'rule' } }),
    ],
    [
      'a part with a file name',
      '/parts/0/name',
      (act) => Object.assign((act.parts as Loose[])[0]!, { name: 'Offer Müller.pdf' }),
    ],
    ['a part twice', '/parts', (act) => (act.parts as Loose[]).push((act.parts as Loose[])[0]!)],
    [
      'a part too large',
      '/parts/0/size',
      (act) => Object.assign((act.parts as Loose[])[0]!, { size: limits.fileBytes + 1 }),
    ],
    [
      'a text instead of a commitment',
      '/terms/what',
      (act) => Object.assign(act.terms as Loose, { what: 'three interns' }),
    ],
    ['no condition', '/terms/conditions', (act) => Object.assign(act.terms as Loose, { conditions: [] })],
    ['a cycle of a century', '/terms/due', (act) => Object.assign(act.terms as Loose, { due: { days: 36_500 } })],
    [
      'a day that never was',
      '/terms/due/date',
      (act) => Object.assign((act.terms as { due: Loose }).due, { date: '2026-13-01' }),
    ],
    [
      'a price as a float',
      '/terms/price/amount',
      (act) => Object.assign(act.terms as Loose, { price: { amount: 1.5, unit: 'EUR' } }),
    ],
    [
      'a lone surrogate in a unit',
      '/terms/price/unit',
      (act) => Object.assign(act.terms as Loose, { price: { amount: '1', unit: '\ud800' } }),
    ],
  ];
  for (const [what, path, change] of bad) {
    it(`refuses ${what}`, () => {
      expect(checkAct(changed(change))?.path.startsWith(path), JSON.stringify(checkAct(changed(change)))).toBe(true);
    });
  }

  it('limits conditions, parts and bytes', () => {
    const conditions = Array.from({ length: limits.conditions + 1 }, (_, index) => ({
      id: `c${index}`,
      text: 'a'.repeat(64),
    }));
    expect(checkAct(changed((act) => Object.assign(act.terms as Loose, { conditions })))?.path).toBe(
      '/terms/conditions',
    );
    const parts = Array.from({ length: limits.parts + 1 }, (_, index) => ({
      name: 'text',
      commit: index.toString(16).padStart(64, '0'),
      size: 1,
      media: 'text/plain',
    }));
    expect(checkAct(changed((act) => Object.assign(act, { parts })))?.path).toBe('/parts');
  });

  it('wants a conversation in every act but the opening one, which has a nonce', () => {
    const conversation = lastOf(play([customer(0, request(), 'negotiating')]));
    const { id: _own, ...answer } = compose(conversation, performer(1, agree, 'performing'));
    expect(checkAct(answer)).toBeUndefined();
    expect(checkAct(changed((act) => delete act.conversation, answer))?.path).toBe('/conversation');
    expect(checkAct(changed((act) => Object.assign(act, { conversation: opening.id })))?.path).toBe('/conversation');
    expect(checkAct(changed((act) => Object.assign(act, { satisfaction: 6 }), answer))?.path).toBe('/satisfaction');
  });

  it('never throws, whatever comes', () => {
    const odd: unknown[] = [
      null,
      undefined,
      1,
      'x',
      [],
      {},
      { kind: 'request' },
      { kind: {} },
      Object.create(null),
      new Map(),
      { kind: 'say', parts: 'x' },
    ];
    for (const value of odd) expect(checkAct(value)).toBeDefined();
    const typed: Act = sent as Act;
    expect(checkAct(typed)).toBeUndefined();
  });
});
