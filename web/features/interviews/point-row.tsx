import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { LONGEST_POINT } from '../../../messages/plain-text.ts';
import { daySaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.tsx';
import { markedBy, readListeningKey } from './listening-keys.ts';
import { Marks, type Speaker } from './marks.tsx';
import type { LocalPoint } from './point-model.ts';
import style from './point-row.module.css';
import type { Talk } from './talk.ts';

interface PointRowProps {
  talk: Talk;
  point: LocalPoint;
  speakers: Speaker[];
  editing: boolean;
  /** The point above answers the same question: it is not said again. */
  sameQuestion: boolean;
  onEdit: (id: string | undefined) => void;
  /** Away from this point, a step up or down; past the last is the note box. */
  onStep: (id: string, step: 1 | -1) => void;
}

/** One point: its words as they were said, and what is known of them. The whole row takes the keyboard. */
export const PointRow = memo(function PointRow(props: PointRowProps) {
  const { talk, point, speakers, editing, onEdit, onStep } = props;
  const { general, listening } = useMessages();
  const words = listening.talk;
  const row = useRef<HTMLLIElement>(null);
  const drop = () => {
    onStep(point.id, 1);
    talk.change(point.id, { dropped: true });
    toast(words.dropped, {
      label: general.actions.undo,
      onPress: () => talk.change(point.id, { dropped: false, text: point.text }),
    });
  };
  const move = (step: 1 | -1) => {
    talk.move(point.id, step);
    requestAnimationFrame(() => row.current?.focus());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== row.current) return;
    const key = readListeningKey(event);
    const marks = markedBy(key, point, speakers);
    if (marks) talk.change(point.id, marks);
    else if (key?.kind === 'step') move(key.step);
    else if (event.key === 'Enter' || event.key === 'F2') onEdit(point.id);
    else if (event.key === 'Delete' || event.key === 'Backspace') drop();
    else if (event.key === 'ArrowUp') onStep(point.id, -1);
    else if (event.key === 'ArrowDown') onStep(point.id, 1);
    else return;
    event.preventDefault();
  };
  if (editing) return <EditPoint {...props} />;
  return (
    // The row is where the keyboard stands on a point; each thing it does has a button as well.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={row}
      className={style.point}
      data-item
      data-point={point.id}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKey}
    >
      <div className={style.content}>
        <p className={style.text} dir="auto">
          {point.text}
        </p>
        <PointFacts point={point} speakers={speakers} sameQuestion={props.sameQuestion} />
      </div>
      <RowButtons text={point.text} onEdit={() => onEdit(point.id)} onMove={move} onDrop={drop} />
    </li>
  );
});

interface RowButtonsProps {
  text: string;
  onEdit: () => void;
  onMove: (step: 1 | -1) => void;
  onDrop: () => void;
}

function RowButtons({ text, onEdit, onMove, onDrop }: RowButtonsProps) {
  const { talk: words } = useMessages().listening;
  const entries = [
    { label: words.edit, onPress: onEdit },
    { label: words.up, onPress: () => onMove(-1) },
    { label: words.down, onPress: () => onMove(1) },
    { label: words.drop, onPress: onDrop },
  ];
  return (
    <div className={style.buttons}>
      <button type="button" className={style.edit} onClick={onEdit}>
        {words.edit}
      </button>
      <Menu position="bottom-end" groups={[{ entries }]}>
        <button type="button" className={style.more} aria-label={words.menu({ text: text.slice(0, 60) })}>
          ⋯
        </button>
      </Menu>
    </div>
  );
}

interface PointFactsProps {
  point: LocalPoint;
  speakers: Speaker[];
  sameQuestion?: boolean;
}

/** The tag, whether it was heard, who said it, which question it answers, and how it ended. */
export function PointFacts({ point, speakers, sameQuestion = false }: PointFactsProps) {
  const { talk: words, followUps } = useMessages().listening;
  const reader = useReaderNow();
  const speaker = speakers.find((each) => each.id === point.speaker)?.name;
  return (
    <p className={style.facts}>
      {point.tag && <Badge tone="strong">{words.tags[point.tag]}</Badge>}
      {point.certainty === 'assumed' && <Badge title={words.assumedHint}>{words.assumed}</Badge>}
      {speaker && <span>{speaker}</span>}
      {point.question && !sameQuestion && (
        <span className={style.question}>{words.answers({ question: point.question })}</span>
      )}
      {point.settled === 'closed' && <span>{words.closed}</span>}
      {point.settled === 'follow-up' && (
        <span>
          {words.followUp}: {point.settledWords}
          {point.followUpBy && `, ${followUps.by({ day: daySaid(point.followUpBy, reader) })}`}
        </span>
      )}
      {point.refused && <span className={style.refused}>{words.refused}</span>}
    </p>
  );
}

function EditPoint({ talk, point, speakers, onEdit }: PointRowProps) {
  const { general, listening } = useMessages();
  const words = listening.talk;
  const before = useRef(point.text);
  const area = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  const { id } = point;
  useEffect(() => {
    talk.hold(id);
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [talk, id]);
  const done = () => {
    if (left.current) return;
    left.current = true;
    const pieces = talk.leave(id, before.current);
    if (pieces > 1) toast(words.split({ n: pieces }));
    if (pieces === 0)
      toast(words.dropped, { label: general.actions.undo, onPress: () => talk.change(id, { dropped: false }) });
    onEdit(undefined);
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const key = readListeningKey(event);
    const marks = markedBy(key, point, speakers);
    if (marks) talk.change(id, marks);
    else if (event.key === 'Enter' && !event.shiftKey) done();
    else if (event.key === 'Escape') {
      talk.change(id, { text: before.current });
      done();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li className={style.point} data-point={id}>
      <div className={style.editing}>
        <textarea
          ref={area}
          className={style.area}
          dir="auto"
          rows={2}
          aria-label={words.editLabel}
          value={point.text}
          aria-invalid={point.text.length > LONGEST_POINT || undefined}
          onChange={(event) => talk.change(id, { text: event.currentTarget.value })}
          onKeyDown={onKey}
        />
        <Marks value={point} speakers={speakers} onChange={(part) => talk.change(id, part)} />
        <Buttons>
          <Button onClick={done}>{general.actions.save}</Button>
        </Buttons>
      </div>
    </li>
  );
}
