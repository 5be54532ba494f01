import type { Move } from '@entente/protocol';
import type { TodayItem } from '../../../server/features/today/schema.ts';
import type { Messages } from '../../../messages/catalogue.ts';
import { dayOf, daySaid, deadlineSaid, type ReaderNow } from '../../../messages/format.ts';

export type SectionName = 'mine' | 'theirs' | 'quiet' | 'soon';

/** One entry in words, with the moments behind them. */
export interface EntryWords {
  waits: string;
  when: { said: string; at: string; passed: boolean };
  since: { said: string; at: string };
}

/** These days are counted, nobody named them: the hour at which the count began says nothing to anyone. */
const COUNTED: readonly string[] = ['question', 'review', 'settlement', 'proposal', 'rework'];

/** The day or moment by which a move is wanted, as it follows "by" or "para". */
export function moveBySaid(waitsFor: string, by: string, day: string | null, reader: ReaderNow): string {
  if (day) return daySaid(day, reader, 'noun');
  if (!COUNTED.includes(waitsFor)) return deadlineSaid({ ends: by }, reader, 'noun');
  return daySaid(dayOf(new Date(Date.parse(by) - 1), reader.zone), reader, 'noun');
}

function isMove(waitsFor: string): waitsFor is Move['for'] {
  return ['answer', 'question', 'antecedent', 'work', 'rework', 'review', 'settlement', 'proposal', 'resume'].includes(
    waitsFor,
  );
}

function whenSaid(
  section: SectionName,
  item: TodayItem,
  words: Messages['today']['when'],
  reader: ReaderNow,
): EntryWords['when'] {
  const soon = section === 'soon' && item.dueAt !== null;
  const at = soon && item.dueAt ? item.dueAt : item.moveBy;
  const passed = at <= reader.now;
  const date = soon
    ? deadlineSaid({ ends: at, date: item.dueDay ?? undefined }, reader, 'noun')
    : moveBySaid(item.waitsFor, at, item.moveDay, reader);
  if (passed) return { said: words.passed({ date }), at, passed };
  return { said: soon ? words.due({ date }) : words.by({ date }), at, passed };
}

/** What an entry waits for, by when, and since when; `colleague`: somebody else of ours answers for it. A date that has passed is said, and nothing more is made of it. */
export function entryWords(
  section: SectionName,
  item: TodayItem,
  messages: Messages['today'],
  reader: ReaderNow,
  colleague = false,
): EntryWords {
  const whose = item.mine ? 'mine' : 'theirs';
  const waitsFor = isMove(item.waitsFor) ? item.waitsFor : 'answer';
  const at = section === 'quiet' ? item.lastAt : item.since;
  const date = daySaid(dayOf(at, reader.zone), reader, section === 'quiet' ? 'label' : 'noun');
  const { quietSince, yoursSince, oursSince, theirsSince } = messages.when;
  const moveSince = item.mine ? (colleague ? oursSince : yoursSince) : theirsSince;
  const since = section === 'quiet' ? quietSince : moveSince;
  return {
    waits: messages.waits[whose][waitsFor]({ partner: item.partner.name }),
    when: whenSaid(section, item, messages.when, reader),
    since: { said: since({ date }), at },
  };
}
