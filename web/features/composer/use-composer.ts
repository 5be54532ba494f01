import type { AllowedAct, Speaker } from '@entente/protocol';
import { table } from '@entente/protocol';
import { useEffect, useMemo, useRef, useState } from 'react';
import { dayAfter, dayOf } from '../../../messages/format.ts';
import type { ActInput } from '../../../server/features/acts/schema.ts';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useConversation } from '../conversations/context.tsx';
import { wordingOf } from '../conversations/perspective.ts';
import { type FormKey, formKeys, isFormKey } from './form-key.ts';
import type { Problem } from './problems.ts';
import { type FormContext, sayingFrom } from './saying.ts';
import { termsValueOf } from './terms-value.ts';
import { type ComposerDraft, useComposerDraft } from './use-composer-draft.ts';
import type { Draft, TermsValue } from './values.ts';
import { emptyDeadline, isBlank } from './values.ts';
import { wantedDay, wantedForm } from './wanted-form.ts';
import { instantIn } from './zone-time.ts';

/** Days that an answer may take unless the writer says otherwise. */
const ANSWER_DAYS = 7;

export interface ComposerState extends ComposerDraft {
  /** Whose words these are. */
  speaker: Speaker | null;
  allowed: readonly AllowedAct[];
  /** The open form, or `say` for the plain message. */
  form: FormKey;
  context: FormContext;
  problems: readonly Problem[];
  choose: (form: FormKey, date?: string) => void;
  /** The act as it would be sent; nothing, and the problems shown, while something is missing. */
  read: () => ActInput | undefined;
  /** The version that was on the screen when the present words were begun. */
  begunAt: string;
  markRead: () => void;
}

function recordedInput(draft: Draft, zone: string): Pick<ActInput, 'recorded'> {
  if (!draft.recorded) return {};
  const [date, time] = draft.saidAt.split('T');
  const at = date && time ? { at: instantIn(zone, date, time.slice(0, 5)) } : {};
  return { recorded: { speaker: draft.recorded, ...(draft.person ? { person: draft.person } : {}), ...at } };
}

/** Whose words a reader who speaks for neither side writes down first: theirs who move. */
function firstRecorded(page: ConversationPage): '' | Speaker {
  if (page.speaker.speaker) return '';
  const mover = page.view.moves[0]?.side;
  return page.speaker.recordable.find((each) => each === mover) ?? page.speaker.recordable[0] ?? '';
}

function isLate({ conversation: { agreement } }: ConversationPage, now: string): boolean {
  return agreement !== undefined && agreement.due.ends <= now;
}

/** Terms as a change starts from them, with the day a message spoke of. */
function startTerms(start: TermsValue, date: string | undefined): TermsValue {
  return date ? { ...start, dueBy: 'date', due: emptyDeadline(date) } : start;
}

/** The composer's state: the draft, what it may become, and what is still missing. */
export function useComposer(): ComposerState {
  const { page, api } = useConversation();
  const reader = useReaderNow();
  const { zone } = reader;
  const kept = useComposerDraft(`conversation:${page.id}`, { recorded: firstRecorded(page) }, api.drafts);
  const { draft, write, change } = kept;
  const recorded = draft.recorded && page.speaker.recordable.includes(draft.recorded) ? draft.recorded : '';
  const speaker = recorded || page.speaker.speaker;
  const allowed = recorded
    ? (page.allowedRecorded[recorded] ?? []).filter((act) => table[act.kind].recordable)
    : page.allowed;
  const keys = allowed.flatMap(formKeys);
  const form: FormKey = isFormKey(draft.act, keys) ? draft.act : 'say';
  const replyBy = dayAfter(dayOf(reader.now, zone), ANSWER_DAYS);
  const start = useMemo(
    () => termsValueOf(page.conversation.terms.terms, wordingOf(page), zone, replyBy),
    [page, zone, replyBy],
  );
  const context: FormContext = {
    zone,
    conditions: page.conversation.terms.terms.conditions.map((each) => each.id),
    recordedActs: page.conversation.unconfirmed.filter((each) => each.side === speaker).map((each) => each.act),
    late: isLate(page, reader.now),
    startTerms: start,
  };
  const [tried, setTried] = useState(false);
  const [begunAt, setBegunAt] = useState(page.head);
  if (begunAt !== page.head && isBlank(draft.values)) setBegunAt(page.head);

  const result = sayingFrom(form, draft.values, context);
  const begin = (next: FormKey, date?: string) => {
    change({ act: next });
    if (next === 'counter' || next === 'propose:amend') {
      if (!draft.values.terms || date) write({ terms: startTerms(start, date) });
    } else if (date) {
      const name = next === 'progress:risk' ? 'expected' : next === 'propose:reopen' ? 'due' : 'until';
      write((now) => ({ deadlines: { ...now.deadlines, [name]: emptyDeadline(date) } }));
    }
  };
  // What the button of a mail asked for is opened once, and only over words that nobody has begun.
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    const wanted = wantedForm(window.location.search, keys);
    if (!wanted || wanted === form || !isBlank(draft.values)) return;
    begin(wanted, wantedDay(window.location.search));
    requestAnimationFrame(() => document.getElementById('composer')?.scrollIntoView());
  });
  return {
    ...kept,
    speaker,
    allowed,
    form,
    context,
    problems: tried ? result.problems : [],
    clear: () => {
      setTried(false);
      kept.clear();
    },
    choose: (next, date) => {
      setTried(false);
      begin(next, date);
    },
    read: () => {
      setTried(true);
      return result.saying && { saying: result.saying, ...recordedInput({ ...draft, recorded }, zone) };
    },
    begunAt,
    markRead: () => setBegunAt(page.head),
  };
}
