import { useRef, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { LONGEST_POINT, pastedPoints } from '../../../messages/plain-text.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { markedBy, questionStep, readListeningKey } from './listening-keys.ts';
import { Marks, type Speaker } from './marks.tsx';
import { QuestionStrip } from './questions.tsx';
import { SavedLine } from './saved-line.tsx';
import style from './talk.module.css';
import type { Talk } from './talk.ts';
import { useTalkPart } from './use-talk.ts';

interface NoteBoxProps {
  talk: Talk;
  questions: string[];
  speakers: Speaker[];
  box: RefObject<HTMLTextAreaElement | null>;
  /** To the points, from an empty box. */
  onPoints: () => void;
}

/** Where one writes during a talk: Enter makes a point, everything else is done with Alt. */
export function NoteBox({ talk, questions, speakers, box, onPoints }: NoteBoxProps) {
  const words = useMessages().listening.talk;
  const draft = useTalkPart(talk, 'draft');
  const composing = useRef(false);
  const keep = () => {
    const made = talk.note();
    if (made.length > 1) toast(words.split({ n: made.length }));
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // A word that is still being composed (Chinese, Japanese, an accent) ends with Enter too.
    if (event.nativeEvent.isComposing || composing.current) return;
    const key = readListeningKey(event);
    const marks = markedBy(key, draft, speakers);
    if (marks) talk.type(marks);
    else if (key?.kind === 'step') talk.type({ question: questionStep(questions, draft.question, key.step) });
    else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) keep();
    else if (event.key === 'ArrowUp' && draft.text === '') onPoints();
    else return;
    event.preventDefault();
  };
  const onPaste = usePaste(talk);
  return (
    <div className={style.box}>
      <QuestionStrip talk={talk} questions={questions} />
      <textarea
        ref={box}
        className={style.note}
        dir="auto"
        rows={2}
        value={draft.text}
        aria-label={words.note}
        placeholder={words.notePlaceholder}
        enterKeyHint="send"
        data-reply
        onChange={(event) => talk.type({ text: event.currentTarget.value })}
        onKeyDown={onKey}
        onPaste={onPaste}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
      />
      <Marks value={draft} speakers={speakers} onChange={(part) => talk.type(part)}>
        <Button
          kind="act"
          className={style.keep}
          onClick={() => {
            keep();
            box.current?.focus();
          }}
        >
          {words.keep}
        </Button>
      </Marks>
      <SavedLine talk={talk} />
      <KeyLine />
    </div>
  );
}

/** What is pasted becomes points, one for each paragraph, if there is more than one or it is longer than a point. */
function usePaste(talk: Talk) {
  const { listening, general } = useMessages();
  return (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const { selectionStart, selectionEnd, value: before } = event.currentTarget;
    const [head, tail] = [before.slice(0, selectionStart), before.slice(selectionEnd)];
    const several = pastedPoints(pasted).length > 1;
    if (!several && head.length + pasted.length + tail.length <= LONGEST_POINT) return;
    // Several paragraphs stand by themselves: what was being written is a point of its own.
    const whole = [head, pasted, tail].join(several ? '\n' : '');
    event.preventDefault();
    const ids = talk.add(pastedPoints(whole), { text: '', tag: null, certainty: 'heard' });
    toast(listening.talk.pasted({ n: ids.length }), {
      label: general.actions.undo,
      onPress: () => {
        talk.changeAll(ids, () => ({ dropped: true }));
        talk.type({ text: before });
      },
    });
  };
}

/** The keys, in one line, for those who have a keyboard. */
function KeyLine() {
  const { keys, talk } = useMessages().listening;
  const rows: [string, string][] = [
    ['Enter', keys.keep],
    ['Shift Enter', keys.line],
    ['Alt 1–6', talk.tagsLabel],
    ['Alt A', keys.certainty],
    ['Alt S', keys.speaker],
    ['Alt ↑ ↓', talk.questions],
    ['↑', talk.list],
  ];
  return (
    <p className={style.keyLine}>
      {rows.map(([key, means]) => (
        <span key={key}>
          <kbd>{key}</kbd> {means}
        </span>
      ))}
    </p>
  );
}
