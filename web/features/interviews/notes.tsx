import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Interview } from '../../../server/features/interviews/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { usePageKeys } from '../../ui/page-keys.ts';
import { toast } from '../../ui/toast.tsx';
import type { Speaker } from './marks.tsx';
import { NoteBox } from './note-box.tsx';
import { PointRow } from './point-row.tsx';
import { QuestionsAside } from './questions.tsx';
import style from './talk.module.css';
import type { Talk, TalkState } from './talk.ts';
import { useTalkPart } from './use-talk.ts';

interface NotesProps {
  organization: OurOrganization;
  interview: Interview;
  talk: Talk;
  speakers: Speaker[];
  /** Buttons under the points. */
  children: ReactNode;
}

/** The keys of this screen on the sheet of all keys. */
function useListeningKeys(): void {
  const { keys } = useMessages().listening;
  usePageKeys(keys.title, [
    [['Enter'], keys.keep],
    [['Shift+Enter'], keys.line],
    [['Alt+1…6'], keys.tag],
    [['Alt+A'], keys.certainty],
    [['Alt+S'], keys.speaker],
    [['Alt+↑', 'Alt+↓'], keys.question],
    [['↑', '↓'], keys.points],
    [['Enter'], keys.edit],
    [['Alt+↑', 'Alt+↓'], keys.move],
    [['Delete'], keys.drop],
  ]);
}

/** Says once that another device had changed a point. */
function useMovedTold(moved: TalkState['moved']): void {
  const { talk: words } = useMessages().listening;
  const told = useRef(moved);
  useEffect(() => {
    if (moved && moved !== told.current) toast(words.moved);
    told.current = moved;
  }, [moved, words]);
}

/** One can write at once, where one left off; and the box, which moves down under each new point, stays in sight. */
function useBoxInSight(box: RefObject<HTMLTextAreaElement | null>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    const end = box.current?.value.length ?? 0;
    box.current?.focus({ preventScroll: true });
    box.current?.setSelectionRange(end, end);
    box.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [box]);
  useEffect(() => {
    if (count > before.current && document.activeElement === box.current)
      box.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    before.current = count;
  }, [box, count]);
}

/** The screen during a talk: questions at hand, what was heard so far, and the box for what comes next. */
export function Notes({ organization, interview, talk, speakers, children }: NotesProps) {
  const { talk: words } = useMessages().listening;
  const points = useTalkPart(talk, 'points');
  const moved = useTalkPart(talk, 'moved');
  const [chosen, setEditing] = useState<string>();
  // Whoever was writing when another device changed the point goes on under the new id.
  const editing = chosen !== undefined && chosen === moved?.from ? moved.to : chosen;
  const box = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useListeningKeys();
  useMovedTold(moved);
  useBoxInSight(box, points.length);
  const focusPoint = (id: string | undefined) =>
    requestAnimationFrame(() => {
      const row = id && list.current?.querySelector<HTMLElement>(`[data-point="${id}"]`);
      if (row) row.focus();
      else box.current?.focus();
    });
  const step = (id: string, by: 1 | -1) => {
    const order = talk.read().points;
    const at = order.findIndex((point) => point.id === id);
    focusPoint(order[Math.max(0, at + by)]?.id);
  };
  const edit = (id: string | undefined) => {
    if (id === undefined) focusPoint(editing);
    setEditing(id);
  };
  return (
    <div className={style.layout}>
      <QuestionsAside talk={talk} questions={interview.questions} />
      <OwnNotes organization={organization.name} title={words.list}>
        {points.length === 0 && <p className={style.none}>{words.none}</p>}
        <ul className={style.points} ref={list}>
          {points.map((point, index) => (
            <PointRow
              key={point.id}
              talk={talk}
              point={point}
              speakers={speakers}
              editing={point.id === editing}
              sameQuestion={point.question !== null && point.question === points[index - 1]?.question}
              onEdit={edit}
              onStep={step}
            />
          ))}
        </ul>
        <NoteBox
          talk={talk}
          questions={interview.questions}
          speakers={speakers}
          box={box}
          onPoints={() => focusPoint(points.at(-1)?.id)}
        />
        <div>{children}</div>
      </OwnNotes>
    </div>
  );
}
