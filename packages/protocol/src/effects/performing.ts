import type { Agreement, Return } from '../conversation.ts';
import { antecedentOpen } from '../clock.ts';
import { limits } from '../limits.ts';
import { addDays } from '../time.ts';
import { close, closeBy, type Effect, timingOf, without } from './effect.ts';

const fulfil: Effect<'fulfil'> = (conversation, _act, at) => ({ ...conversation, antecedentMetAt: at });

/** Only a clear word lifts a warning; plain progress leaves it standing. */
const progress: Effect<'progress'> = (conversation, act, at) => {
  if (act.atRisk === undefined) return conversation;
  if (!act.atRisk) return without(conversation, 'atRisk');
  return { ...conversation, atRisk: { act: act.id, at, ...(act.expected && { expected: act.expected }) } };
};

/** Delivery is never refused: it ends a pause, and a performer who did without the antecedent has waived it. */
const report: Effect<'report'> = (conversation, act, at) => ({
  ...without(conversation, 'pausedUntil', 'rework'),
  state: 'reported',
  ...(antecedentOpen(conversation) && { antecedentMetAt: at }),
  report: {
    act: act.id,
    at,
    reviewBy: { ends: addDays(at, limits.reviewDays) },
    ...(conversation.rework && { rework: conversation.rework }),
  },
});

const retract: Effect<'retract'> = (conversation) => ({
  ...without(conversation, 'report'),
  state: 'performing',
  ...(conversation.report!.rework && { rework: conversation.report!.rework }),
});

const accept: Effect<'accept'> = (conversation, act, at) => {
  const waived = act.verdicts.filter(({ verdict }) => verdict === 'waived').map(({ condition }) => condition);
  return close(conversation, {
    act: act.id,
    at,
    outcome: waived.length > 0 ? 'satisfied-with-waivers' : 'satisfied',
    by: 'customer',
    ...(act.satisfaction !== undefined && { satisfaction: act.satisfaction }),
    waived,
    timing: timingOf(conversation, conversation.report!),
  });
};

const returned: Effect<'return'> = (conversation, act, at) => {
  const entry: Return = { act: act.id, at, unmet: act.unmet, report: conversation.report! };
  return {
    ...without(conversation, 'report'),
    state: 'performing',
    returns: [...conversation.returns, entry],
    rework: act.id,
  };
};

/** The contested report lies on the table again. Proposals made before are set aside: only a settlement leads out. */
const contest: Effect<'contest'> = (conversation, act, at) => ({
  ...without(conversation, 'rework', 'pending', 'next'),
  state: 'disputed',
  report: conversation.returns.at(-1)!.report,
  dispute: { return: conversation.rework!, contest: act.id, at },
});

/** A rest moves nothing but the antecedent, which could not come due meanwhile. */
const resume: Effect<'resume'> = (conversation) => without(conversation, 'pausedUntil');

const closeUnconfirmed: Effect<'close-unconfirmed'> = (conversation, act, at) =>
  close(conversation, {
    act: act.id,
    at,
    outcome: 'unconfirmed',
    by: 'performer',
    waived: [],
    timing: timingOf(conversation, conversation.report!),
  });

/** While a commitment rests, its antecedent does not run out. */
export const restAntecedent = (agreement: Agreement, until: string): Agreement =>
  agreement.antecedentBy && agreement.antecedentBy.ends < until
    ? { ...agreement, antecedentBy: { ends: until } }
    : agreement;

export const performing = {
  fulfil,
  progress,
  report,
  retract,
  accept,
  return: returned,
  contest,
  resume,
  cancel: closeBy('cancelled'),
  renege: closeBy('reneged'),
  stop: closeBy('failed'),
  'close-unconfirmed': closeUnconfirmed,
};
