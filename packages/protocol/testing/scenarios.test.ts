import { describe, expect, it } from 'vitest';
import { checkAct, clockEvidence, view } from '../src/index.ts';
import type { Moment } from './scenario.ts';
import { choices } from './scenarios/choices.ts';
import { closed, talking } from './scenarios/closed.ts';
import { disputed } from './scenarios/disputed.ts';
import { negotiating, openings } from './scenarios/negotiating.ts';
import { performing } from './scenarios/performing.ts';
import { amendments, proposing } from './scenarios/proposing.ts';
import { day, lastOf, play } from './story.ts';

const groups = { openings, negotiating, performing, disputed, amendments, proposing, closed, talking, choices };

function seen(happened: ReturnType<typeof play>, moment: Moment) {
  const conversation = lastOf(happened);
  const now = day(moment.day);
  const found = view(conversation, now);
  const flags = Object.fromEntries(Object.keys(moment.is ?? {}).map((name) => [name, found[name as 'overdue']]));
  return {
    day: moment.day,
    ...(moment.state && { state: [found.state, found.outcome].filter(Boolean).join(' ') }),
    ...(moment.moves && { moves: found.moves.map((move) => `${move.side} ${move.for}`) }),
    ...(moment.is && { is: flags }),
    ...(moment.mark && { mark: found.ring.mark }),
    ...(moment.clock && { clock: clockEvidence(conversation, now).map(({ kind, about }) => `${kind} ${about}`) }),
  };
}

for (const [group, scenarios] of Object.entries(groups)) {
  describe(group, () => {
    for (const scenario of scenarios) {
      it(scenario.title, () => {
        const happened = play(scenario.lines);
        const told = happened.map(({ act, told, left }) => [act.kind, told, ...left].join(' | '));
        expect(told).toEqual(
          scenario.lines.map(({ then, leaves }, index) => [happened[index]!.act.kind, then, ...leaves].join(' | ')),
        );
        for (const moment of scenario.moments ?? []) expect(seen(happened, moment)).toEqual(moment);
        for (const { act, refusal } of happened) {
          const { id: _id, ...sent } = act;
          if (!refusal) expect(checkAct(sent)).toBeUndefined();
        }
      });
    }
  });
}
