import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { CrossIcon, PlusIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/toast.tsx';
import { SendRow } from '../partnerships/send-row.tsx';
import { addGuide, changeGuide, guidesKey } from './api.ts';
import style from './guides.module.css';
import type { KnownGuide } from './known-guides.ts';

interface Row {
  key: number;
  text: string;
}

interface GuideFormProps {
  organization: string;
  /** Absent: a new one. */
  guide: KnownGuide | undefined;
  onDone: () => void;
}

const MOST_QUESTIONS = 60;

/** Writes a guide: its name, and its questions in their order. An empty line is no question. */
export function GuideForm({ organization, guide, onDone }: GuideFormProps) {
  const { listening, general } = useMessages();
  const words = listening.guide;
  const queries = useQueryClient();
  const [title, setTitle] = useState(guide?.title ?? '');
  const [rows, setRows] = useState<Row[]>(() => (guide?.questions ?? ['']).map((text, key) => ({ key, text })));
  const [tried, setTried] = useState(false);
  const questions = rows.map((row) => row.text.trim()).filter((text) => text !== '');
  const name = title.trim();
  const saving = useMutation({
    mutationFn: () => {
      const whole = { title: name, questions };
      if (guide?.kept) return changeGuide(organization, guide.kept.id, { ...whole, seen: guide.kept.updatedAt });
      return addGuide(organization, { ...whole, ...(guide?.starter && { starter: guide.starter }) });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: guidesKey(organization) });
      onDone();
    },
  });
  const send = () => {
    setTried(true);
    if (name !== '' && questions.length > 0) saving.mutate();
  };
  return (
    <Form onSubmit={send} label={words.newTitle}>
      <Field
        label={words.name}
        placeholder={words.nameExample}
        maxLength={200}
        required={false}
        value={title}
        error={tried && name === '' ? words.nameMissing : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <QuestionRows rows={rows} onChange={setRows} />
      {tried && questions.length === 0 && <p role="alert">{words.questionsMissing}</p>}
      <SendRow label={general.actions.save} sending={saving} onCancel={onDone} />
    </Form>
  );
}

/** The questions, one line each: Enter makes the next, Alt with an arrow moves one. */
function QuestionRows({ rows, onChange }: { rows: Row[]; onChange: (rows: Row[]) => void }) {
  const { guide: words } = useMessages().listening;
  const list = useRef<HTMLOListElement>(null);
  const focus = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('textarea')[index]?.focus());
  const move = (from: number, step: 1 | -1) => {
    const to = from + step;
    const row = rows[from];
    if (!row || to < 0 || to >= rows.length) return;
    onChange(rows.toSpliced(from, 1).toSpliced(to, 0, row));
    announce(words.movedTo({ n: to + 1 }));
    focus(to);
  };
  const add = (at: number) => {
    if (rows.length >= MOST_QUESTIONS) return;
    onChange(rows.toSpliced(at, 0, { key: Math.max(0, ...rows.map((row) => row.key)) + 1, text: '' }));
    focus(at);
  };
  const remove = (at: number) => {
    onChange(rows.toSpliced(at, 1));
    focus(Math.max(0, at - 1));
  };
  return (
    <div className={style.rows}>
      <p className={style.hint}>{words.moveHint}</p>
      <ol className={style.edit} ref={list}>
        {rows.map((row, index) => (
          <QuestionRow
            key={row.key}
            text={row.text}
            at={index}
            of={rows.length}
            onText={(text) => onChange(rows.with(index, { ...row, text }))}
            onMove={(step) => move(index, step)}
            onNext={() => add(index + 1)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <div>
        <Button kind="quiet" disabled={rows.length >= MOST_QUESTIONS} onClick={() => add(rows.length)}>
          <PlusIcon size={16} />
          {words.addQuestion}
        </Button>
      </div>
    </div>
  );
}

interface QuestionRowProps {
  text: string;
  at: number;
  of: number;
  onText: (text: string) => void;
  onMove: (step: 1 | -1) => void;
  onNext: () => void;
  onRemove: () => void;
}

function QuestionRow({ text, at, of, onText, onMove, onNext, onRemove }: QuestionRowProps) {
  const { guide: words } = useMessages().listening;
  const n = at + 1;
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onNext();
    else return;
    event.preventDefault();
  };
  return (
    <li className={style.row}>
      <textarea
        className={style.line}
        rows={1}
        dir="auto"
        maxLength={500}
        aria-label={words.question({ n })}
        value={text}
        onChange={(event) => onText(event.currentTarget.value.replaceAll('\n', ' '))}
        onKeyDown={onKey}
      />
      <RowButton label={words.up({ n })} disabled={at === 0} onPress={() => onMove(-1)}>
        ↑
      </RowButton>
      <RowButton label={words.down({ n })} disabled={n === of} onPress={() => onMove(1)}>
        ↓
      </RowButton>
      <RowButton label={words.removeQuestion({ n })} disabled={of === 1} onPress={onRemove}>
        <CrossIcon size={16} />
      </RowButton>
    </li>
  );
}

interface RowButtonProps {
  label: string;
  disabled: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

function RowButton({ label, disabled, onPress, children }: RowButtonProps) {
  return (
    <button type="button" className={style.small} aria-label={label} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}
