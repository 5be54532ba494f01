import type { Conversation, MissCause, Opinion, Proposal, Saying, Settlement, Side, Terms } from '../src/index.ts';
import { commit, until } from './story.ts';

type Answer = (conversation: Conversation) => Saying;

type Changes = Partial<Omit<Terms, 'due'>> & { due?: Terms['due'] | undefined; ids?: string[] };

/** Terms of most stories: two conditions, due on day 20, an answer by day 5. */
export function terms(changes: Changes = {}): Terms {
  const { ids = ['c1', 'c2'], due = 'due' in changes ? undefined : until(20), ...rest } = changes;
  const conditions = ids.map((id) => ({ id, text: commit(`condition ${id}`) }));
  return { what: commit('three interns'), conditions, ...(due && { due }), replyBy: until(5), ...rest };
}

export const antecedent = (days: number) => ({ text: commit('access to the lab'), by: until(days) });

export const request = (changes?: Changes): Saying => ({ kind: 'request', terms: terms(changes) });
export const offer = (changes?: Changes): Saying => ({ kind: 'offer', terms: terms(changes) });
export const counter =
  (changes?: Changes): Answer =>
  (c) => ({ kind: 'counter', answers: c.terms.act, terms: terms(changes) });
export const defer =
  (days: number): Answer =>
  (c) => ({ kind: 'defer', answers: c.terms.act, until: until(days) });
export const agree: Answer = (c) => ({ kind: 'agree', answers: c.terms.act });
export const decline: Answer = (c) => ({ kind: 'decline', answers: c.terms.act });
export const withdraw: Answer = (c) => ({ kind: 'withdraw', answers: c.terms.act });

export const fulfil: Saying = { kind: 'fulfil', text: commit('the lab is open') };
export const progress = (more: Partial<Extract<Saying, { kind: 'progress' }>> = {}): Saying => ({
  kind: 'progress',
  ...more,
});
export const report =
  (ids?: string[]): Answer =>
  (c) => ({
    kind: 'report',
    on: (ids ?? c.terms.terms.conditions.map(({ id }) => id)).map((condition) => ({
      condition,
      text: commit(`done ${condition}`),
    })),
  });
export const retract: Answer = (c) => ({ kind: 'retract', answers: c.report!.act });
export const accept =
  (waived: string[] = [], ids?: string[]): Answer =>
  (c) => ({
    kind: 'accept',
    answers: c.report!.act,
    verdicts: (ids ?? c.terms.terms.conditions.map(({ id }) => id)).map((condition) => ({
      condition,
      verdict: waived.includes(condition) ? 'waived' : 'met',
    })),
    satisfaction: 5,
  });
export const giveBack =
  (ids = ['c2']): Answer =>
  (c) => ({ kind: 'return', answers: c.report!.act, unmet: ids.map((condition) => ({ condition })) });
export const contest =
  (cites = ['c2']): Answer =>
  (c) => ({ kind: 'contest', answers: c.returns.at(-1)!.act, cites, text: commit('we did as agreed') });
export const settle = (settlement: Settlement, days?: number): Saying => ({
  kind: 'settle',
  settlement,
  ...(days !== undefined && { due: until(days) }),
});
export const resume: Saying = { kind: 'resume' };
export const cancel: Saying = { kind: 'cancel', text: commit('no longer needed') };
export const renege: Saying = { kind: 'renege', text: commit('we cannot') };
export const stop: Saying = { kind: 'stop', text: commit('not delivered') };
export const closeUnconfirmed: Saying = { kind: 'close-unconfirmed' };

export const propose = (proposal: Proposal): Saying => ({ kind: 'propose', proposal });
export const amend = (changes?: Changes): Saying => propose({ kind: 'amend', terms: terms(changes) });
export const pause = (days: number, due?: number): Saying =>
  propose({ kind: 'pause', until: until(days), ...(due !== undefined && { due: until(due) }) });
export const release: Saying = propose({ kind: 'release', text: commit('let us off') });
/** The same said with a reason from the list: on the proposal, where it is one. */
export const because =
  (cause: MissCause, say: Saying | Answer): Answer =>
  (c) => {
    const saying = typeof say === 'function' ? say(c) : say;
    return (
      saying.kind === 'propose' ? { ...saying, proposal: { ...saying.proposal, cause } } : { ...saying, cause }
    ) as Saying;
  };
export const consent: Answer = (c) => ({ kind: 'consent', answers: c.pending!.act });
export const refuse: Answer = (c) => ({ kind: 'refuse', answers: c.pending!.act });
export const takeBack: Answer = (c) => ({ kind: 'take-back', answers: c.pending!.act });

export const say = (text = 'hello', question?: boolean): Saying => ({
  kind: 'say',
  text: commit(text),
  ...(question !== undefined && { question }),
});
export const standIn: Saying = { kind: 'stand-in' };
export const link = (relation: 'supports' | 'exchange', other = commit('another conversation')): Saying => ({
  kind: 'link',
  relation,
  other,
});
export const judge = (opinion: Opinion = 'yes'): Saying => ({
  kind: 'judge',
  fair: opinion,
  efficient: opinion,
  again: opinion,
});
export const makeGood: Saying = { kind: 'make-good', text: commit('we sent it after all') };
export const forgive: Saying = { kind: 'forgive' };
export const confirm =
  (deny = false, by: Side = 'performer'): Answer =>
  (c) => {
    const open = c.unconfirmed.filter(({ side }) => side === by).map(({ act }) => act);
    return deny ? { kind: 'confirm', confirmed: [], denied: open } : { kind: 'confirm', confirmed: open, denied: [] };
  };
