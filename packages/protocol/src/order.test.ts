import { describe, expect, it } from 'vitest';
import { actsOf, crossings, twoOpenings } from '../testing/crossing.ts';
import { agree, request, say } from '../testing/sayings.ts';
import { compose, customer, identified, performer, play } from '../testing/story.ts';
import {
  canonicalText,
  type Conversation,
  evidence,
  fold,
  isVoid,
  open,
  retell,
  type StoredAct,
  view,
} from './index.ts';

const matches = (found: string[], expected: string[]) =>
  expected.length === 1 && expected[0] === '*'
    ? true
    : found.length === expected.length &&
      found.every((text, index) => {
        const [first, ...rest] = expected[index]!.split(' ');
        return text === expected[index] || (first === '*' && text.endsWith(rest.join(' ')));
      });

const pendingOf = ({ pending, next }: Conversation) =>
  [pending, next].flatMap((entry) => (entry ? [entry.proposal.kind] : [])).join(', then ');

describe('acts that cross', () => {
  for (const crossing of crossings) {
    it(crossing.title, () => {
      const { past, customer: theirs, performer: ours } = actsOf(crossing);
      const { steps, conversation } = retell([...past, ...theirs, ...ours]);
      const mirrored = fold([...ours, ...past, ...theirs].reverse());
      expect(canonicalText(mirrored.conversation)).toBe(canonicalText(conversation));

      const state = [conversation!.state, conversation!.closing?.outcome].filter(Boolean).join(' ');
      if (crossing.then === 'closed *') expect(state).toMatch(/^closed /);
      else expect(state).toBe(crossing.then);
      expect(pendingOf(conversation!)).toBe(crossing.pending ?? '');

      const crossed = steps.filter(({ act }) => !past.includes(act));
      const voids = crossed.flatMap(({ act, refusal }) => (refusal ? [`${act.kind} ${refusal.void}`] : []));
      expect(matches(voids, crossing.voids), voids.join('; ')).toBe(true);
      const left = crossed.flatMap(({ act, before, after }) => (after ? evidence(before, act, after) : []));
      const facts = left.map(({ kind, about }) => `${kind} ${about}`);
      if (crossing.leaves[0] !== '*') expect(facts.sort()).toEqual(crossing.leaves.toSorted());
    });
  }

  it('two requests or offers are two conversations', () => {
    const [first, second] = twoOpenings.map((line) => compose(undefined, line)) as [StoredAct, StoredAct];
    expect(first.id).not.toBe(second.id);
    expect(isVoid(open(first))).toBe(false);
    expect(isVoid(open(second))).toBe(false);
  });

  it('a question that crossed other talk still waits for its answer', () => {
    const crossing = crossings.find(({ title }) => title.startsWith('a word that crossed a question'))!;
    const { past, customer: theirs, performer: ours } = actsOf(crossing);
    const { conversation } = fold([...past, ...theirs, ...ours]);
    expect(view(conversation!, '2026-01-07T00:00:00.000Z').moves[0]).toMatchObject({
      side: 'customer',
      for: 'question',
    });
  });
});

describe('the fold', () => {
  const story = play([
    customer(0, request(), 'negotiating'),
    performer(1, say('yes?'), 'negotiating'),
    customer(2, say('please'), 'negotiating'),
    performer(3, agree, 'performing'),
  ]).map(({ act }) => act);

  it('lets acts wait whose ancestors have not arrived', () => {
    const [opening, second, third, fourth] = story as [StoredAct, StoredAct, StoredAct, StoredAct];
    const partial = fold([fourth, third, opening]);
    expect(partial.order).toEqual([opening.id]);
    expect(partial.waiting).toEqual([third.id, fourth.id].sort());
    expect(fold([fourth, third, opening, second]).conversation!.state).toBe('performing');
  });

  it('lets everything wait for the opening act', () => {
    const { conversation, waiting } = fold(story.slice(1));
    expect(conversation).toBeUndefined();
    expect(waiting).toHaveLength(3);
  });

  it('keeps an act once however often it arrives', () => {
    expect(canonicalText(fold([...story, ...story]))).toBe(canonicalText(fold(story)));
  });

  it('counts neither of two acts with the same number, nor what their author said after them', () => {
    const fork = identified({ ...story[3]!, at: '2026-01-08T10:00:00.000Z' });
    const { conversation } = fold(story.slice(0, 3));
    const later = compose(
      {
        ...conversation!,
        heads: { ...conversation!.heads, [fork.from]: { seq: fork.seq, id: fork.id, at: fork.at, place: 4 } },
      },
      performer(4, say('after the fork'), 'negotiating'),
    );
    const folded = fold([...story, fork, later]);
    expect(folded.conversation!.state).toBe('negotiating');
    expect(folded.voids.map((entry) => entry.void)).toEqual(['fork', 'fork', 'fork']);
    expect(canonicalText(fold([later, fork, ...story.toReversed()]))).toBe(canonicalText(folded));
  });

  it('voids an opening act that does not fit, and all that follows', () => {
    const bad = compose(undefined, customer(6, request(), 'void past-date'));
    const folded = fold([bad]);
    expect(folded.conversation).toBeUndefined();
    expect(folded.voids).toEqual([{ act: bad.id, void: 'past-date', detail: expect.anything() }]);
  });

  it('folds a void act into the chain, so that its author can go on', () => {
    const happened = play([
      customer(0, request(), 'negotiating'),
      customer(1, agree, 'void wrong-side'),
      customer(2, say('sorry'), 'negotiating'),
    ]);
    const acts = happened.map(({ act }) => act);
    expect(fold(acts).voids.map((entry) => entry.void)).toEqual(['wrong-side']);
    expect(canonicalText(fold(acts).conversation)).toBe(canonicalText(happened.at(-1)!.after));
  });

  it('folds ten thousand acts without growing slow', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => [
      customer(1, say(`a${index % 7}`), 'negotiating'),
      performer(1, say(`b${index % 7}`), 'negotiating'),
    ]).flat();
    const acts = play([customer(0, request(), 'negotiating'), ...lines]).map(({ act }) => act);
    const start = performance.now();
    expect(fold(acts).conversation!.length).toBe(10_001);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
