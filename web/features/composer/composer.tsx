import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { RoomIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/toast.tsx';
import { useConversation } from '../conversations/context.tsx';
import { speakerName } from '../conversations/perspective.ts';
import { ActChoices } from './act-choices.tsx';
import { ActForm } from './act-form.tsx';
import type { FormKey } from './form-key.ts';
import { listenerOf, wordsOf } from './meaning.ts';
import { MessageBox } from './message-box.tsx';
import { RecordedHead } from './recorded-head.tsx';
import { NewActs, SendNotes } from './send-notes.tsx';
import { type ComposerState, useComposer } from './use-composer.ts';
import { type Sending, useSending } from './use-sending.ts';
import style from './composer.module.css';

/** Puts the reader where the result is. */
function focusAct(head: string): void {
  setTimeout(() => {
    const entry = document.getElementById(`act-${head.slice(0, 12)}`);
    entry?.setAttribute('tabindex', '-1');
    entry?.focus();
  }, 60);
}

/** Who will see the words, and that the draft is safe. */
function Audience({ composer }: { composer: ComposerState }) {
  const { page } = useConversation();
  const { composer: words } = useMessages();
  const { speaker, draft, kept, restored, clear } = composer;
  const writer = speaker ? speakerName(page, speaker) : '';
  const written = draft.values.text !== '' || draft.act !== 'say';
  return (
    <div className={style.foot}>
      <span className={style.soft}>
        <RoomIcon /> {words.audienceOwn({ own: writer, partner: listenerOf(page, speaker) })}
      </span>
      {written && (
        <span className={style.soft}>
          {restored ? words.draftRestored : kept ? words.draftKept : words.draftHere}{' '}
          <button type="button" className={style.inline} onClick={clear}>
            {words.discard}
          </button>
        </span>
      )}
    </div>
  );
}

function NewMeanwhile({ composer }: { composer: ComposerState }) {
  const { page } = useConversation();
  const { composer: words, general } = useMessages();
  if (composer.begunAt === page.head) return null;
  return (
    <div className={style.note} role="status">
      <strong>{words.stale.title}</strong>
      <NewActs since={composer.begunAt} />
      <div>
        <Button kind="quiet" onClick={composer.markRead}>
          {general.actions.close}
        </Button>
      </div>
    </div>
  );
}

interface Composing extends ComposerState {
  sending: Sending;
  send: () => void;
  toMessage: () => void;
  onKey: (event: KeyboardEvent) => void;
}

/** The composer's state with sending and its keys: Ctrl or Cmd with Enter sends, Escape leads back to the message. */
function useComposing(section: React.RefObject<HTMLElement | null>): Composing {
  const messages = useMessages();
  const composer = useComposer();
  const { form, speaker } = composer;
  const sending = useSending(composer.forget, (stored) => {
    announce(messages.composer.sent({ button: wordsOf(form, speaker, messages.acts).button }));
    composer.clear();
    focusAct(stored.head);
  });
  const send = () => {
    if (sending.busy) return;
    const input = composer.read();
    if (input) sending.send(input);
    else requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const toMessage = () => {
    sending.forget();
    composer.choose('say');
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>('[data-reply]')?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && form !== 'say' && !event.defaultPrevented) {
      event.preventDefault();
      toMessage();
    }
  };
  return { ...composer, sending, send, toMessage, onKey };
}

/** The message, or the form of the act that was chosen, with what kept the last attempt from being taken. */
function Writing({ composing, recordedName, gone }: { composing: Composing; recordedName?: string; gone?: ReactNode }) {
  const { composer: words } = useMessages();
  const { form, draft, sending, send } = composing;
  const notes = (
    <SendNotes problem={sending.problem} staleSince={sending.staleSince} onAgain={send}>
      {gone}
    </SendNotes>
  );
  if (form !== 'say') {
    return (
      <ActForm
        composer={composing}
        busy={sending.busy}
        recordedName={recordedName}
        onSend={send}
        onBack={composing.toMessage}
      >
        {notes}
      </ActForm>
    );
  }
  return (
    <>
      <MessageBox
        values={draft.values}
        write={composing.write}
        problems={composing.problems}
        allowed={composing.allowed}
        speaker={composing.speaker}
        label={recordedName ? words.recorded.messageLabel : words.messageLabel}
        sendLabel={recordedName ? words.recorded.send : words.send}
        busy={sending.busy}
        onSend={send}
        onMean={composing.choose}
      />
      {notes}
    </>
  );
}

/** Where the next words are written: a message by default, the acts that can follow beside it. `gone` is for links that are used up. */
export function Composer({ gone }: { gone?: ReactNode }) {
  const { page, wanted } = useConversation();
  const { composer: words } = useMessages();
  const section = useRef<HTMLElement>(null);
  const composing = useComposing(section);
  const { form, speaker, allowed, draft, choose, change } = composing;
  const chooseNow = useEffectEvent((wished: FormKey, date?: string) => choose(wished, date));
  useEffect(() => {
    if (wanted) chooseNow(wanted.form, wanted.date);
  }, [wanted]);
  const recorded = draft.recorded !== '' && speaker === draft.recorded ? draft.recorded : undefined;
  const recordedName = recorded && speakerName(page, recorded);
  if (!speaker) return null;
  return (
    // The section only forwards keys pressed in its fields.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={section}
      id="composer"
      className={`${style.composer} ${recorded ? style.recorded : ''}`}
      aria-label={recordedName ? words.recorded.title({ name: recordedName }) : words.title}
      onKeyDown={composing.onKey}
    >
      {recorded && (
        <RecordedHead composer={composing} speaker={recorded} onClose={() => change({ recorded: '', act: 'say' })} />
      )}
      <div className={recorded ? style.slip : style.stack}>
        {!composing.sending.problem && <NewMeanwhile composer={composing} />}
        <Writing composing={composing} recordedName={recordedName} gone={gone} />
        <Audience composer={composing} />
      </div>
      {form === 'say' && (
        <div className={recorded ? style.slip : style.stack}>
          <h3>{recorded ? words.recorded.orWhat : words.yourMoves}</h3>
          <ActChoices allowed={allowed} speaker={speaker} recordedName={recordedName} onChoose={(key) => choose(key)} />
        </div>
      )}
      {!recorded && page.speaker.recordable.length > 0 && form === 'say' && (
        <div>
          <Button kind="plain" onClick={() => change({ recorded: page.speaker.recordable[0] ?? '', act: 'say' })}>
            {words.recorded.open}
          </Button>
        </div>
      )}
    </section>
  );
}
