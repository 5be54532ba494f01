import type { Effect } from './effect.ts';
import { say } from './negotiating.ts';

const standIn: Effect<'stand-in'> = (conversation) => conversation;

const link: Effect<'link'> = (conversation, act, at) => ({
  ...conversation,
  links: [
    ...conversation.links,
    { relation: act.relation, other: act.other, by: act.side === 'customer' ? 'customer' : 'performer', at },
  ],
});

const confirm: Effect<'confirm'> = (conversation, act) => {
  const named = new Set([...act.confirmed, ...act.denied]);
  return {
    ...conversation,
    unconfirmed: conversation.unconfirmed.filter((entry) => !named.has(entry.act)),
    denied: [...conversation.denied, ...act.denied],
  };
};

const judge: Effect<'judge'> = (conversation, act) => ({
  ...conversation,
  judged: [...conversation.judged, act.side === 'customer' ? 'customer' : 'performer'],
});

const makeGood: Effect<'make-good'> = (conversation, act, at) => ({
  ...conversation,
  repair: { madeGood: { act: act.id, at } },
});

const forgive: Effect<'forgive'> = (conversation, act, at) => ({
  ...conversation,
  repair: { ...conversation.repair, forgiven: { act: act.id, at } },
});

export const talking = { say, 'stand-in': standIn, link, confirm, judge, 'make-good': makeGood, forgive };
