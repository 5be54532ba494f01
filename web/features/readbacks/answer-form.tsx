import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer, Readback } from '../../../server/features/readbacks/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { AddedPoints } from './added-points.tsx';
import { finishAnswer, readAnswer, type AnswerDraft, type AnswerProblem, type Verdict } from './answer-value.ts';
import type { ReadbackApi } from './api.ts';
import { PointHead } from './readback-points.tsx';
import style from './readbacks.module.css';

interface AnswerFormProps {
  place: ReadbackApi;
  readback: Readback;
  /** Their answer is being written down by us. */
  recorded?: Answer['recorded'];
  onDone?: () => void;
}

/** Each point confirmed, corrected or left open; what is missing added; kept on this device until it is sent. */
export function AnswerForm({ place, readback, recorded, onDone }: AnswerFormProps) {
  const { readbacks } = useMessages();
  const queries = useQueryClient();
  const kept = useDraft(`readback:${readback.id}`);
  const draft = readAnswer(kept.text);
  const change = (part: Partial<AnswerDraft>) => kept.setText(JSON.stringify({ ...draft, ...part }));
  const [tried, setTried] = useState(false);
  const finished = finishAnswer(readback, draft);
  const problem = tried && 'kind' in finished ? finished : undefined;
  const asked = readback.points.filter((point) => !point.added);
  const sending = useMutation({
    mutationFn: (input: Answer) => place.answer(readback.id, { ...input, ...(recorded && { recorded }) }),
    onSuccess: async () => {
      kept.clear();
      toast(readbacks.form.sent);
      await queries.invalidateQueries({ queryKey: place.key.slice(0, 2) });
      onDone?.();
    },
  });
  const send = () => {
    if ('kind' in finished) setTried(true);
    else sending.mutate(finished);
  };
  const allRight = () =>
    change({ verdicts: Object.fromEntries(asked.map((point) => [point.id, 'confirmed' as Verdict])) });
  return (
    <Form onSubmit={send} label={readbacks.form.label}>
      <div>
        <Button onClick={allRight}>{readbacks.form.allRight}</Button>
      </div>
      <ol className={style.points}>
        {asked.map((point) => (
          <PointAnswer
            key={point.id}
            point={point}
            verdict={draft.verdicts[point.id]}
            correction={draft.corrections[point.id] ?? ''}
            problem={problem && 'points' in problem && problem.points.includes(point.id) ? problem.kind : undefined}
            onVerdict={(verdict) => change({ verdicts: { ...draft.verdicts, [point.id]: verdict } })}
            onCorrection={(text) => change({ corrections: { ...draft.corrections, [point.id]: text } })}
          />
        ))}
      </ol>
      <AddedPoints added={draft.added} onChange={(added) => change({ added })} />
      <TextArea
        label={readbacks.form.words}
        optional
        value={draft.words}
        onChange={(words) => change({ words })}
        longest={5000}
        rows={2}
      />
      {problem && (
        <p className={style.problem} role="alert">
          {readbacks.form.problems[problem.kind]}
        </p>
      )}
      {sending.error && <ErrorNote error={sending.error} />}
      <Buttons>
        <Button type="submit" kind="act" busy={sending.isPending}>
          {readbacks.form.send}
        </Button>
      </Buttons>
      <p className={style.hint}>{readbacks.form.meaning({ who: readback.listener })}</p>
    </Form>
  );
}

interface PointAnswerProps {
  point: Readback['points'][number];
  verdict: Verdict | undefined;
  correction: string;
  problem: AnswerProblem['kind'] | undefined;
  onVerdict: (verdict: Verdict) => void;
  onCorrection: (text: string) => void;
}

function PointAnswer({ point, verdict, correction, problem, onVerdict, onCorrection }: PointAnswerProps) {
  const { readbacks } = useMessages();
  const { form } = readbacks;
  return (
    <li className={style.point}>
      <PointHead point={point} />
      <p className={style.words} dir="auto">
        {point.text}
      </p>
      <Choice
        legend={form.isItRight({ text: point.text })}
        legendHidden
        options={[
          { key: 'confirmed', label: form.confirmed },
          { key: 'corrected', label: form.corrected },
          { key: 'open', label: form.open },
        ]}
        value={verdict}
        onChange={onVerdict}
      />
      {verdict === 'corrected' && (
        <TextArea
          label={form.correction}
          value={correction}
          onChange={onCorrection}
          longest={900}
          rows={2}
          dir="auto"
          {...(problem === 'empty-correction' && { error: form.correctionMissing })}
        />
      )}
      {problem === 'unanswered' && <p className={style.problem}>{form.answerThis}</p>}
    </li>
  );
}
