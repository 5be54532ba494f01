import { exactMoment } from '../../../messages/format.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Quote, Section } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { answerQuestion, type CalendarQuestion, questionsQuery } from './api.ts';
import style from './calendars.module.css';

/** What the person's calendar, or a partner's, says of meetings: nothing was done yet. Nothing at all where nothing is said. */
export function CalendarQuestions({ organization }: { organization: string }) {
  const { questions: words } = useMessages().calendars;
  const found = useQuery(questionsQuery(organization));
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={words.title} count={items.length} note={words.note} id="questions">
      <ul className={style.list}>
        {items.map((item) => (
          <li key={item.id}>
            <OneQuestion organization={organization} question={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneQuestion({ organization, question }: { organization: string; question: CalendarQuestion }) {
  const { questions: words } = useMessages().calendars;
  const queries = useQueryClient();
  const reader = useReaderNow();
  const answer = useMutation({
    mutationFn: (how: 'done' | 'left') => answerQuestion(organization, question.id, how),
    onSuccess: async (_, how) => {
      toast(how === 'done' ? words.did : words.kept);
      await queries.invalidateQueries({ queryKey: ['organizations', organization] });
    },
  });
  const { kind, start, from } = question;
  return (
    <div className={style.question}>
      <p className={style.said}>{words.said[kind](question)}</p>
      {from && <p className={style.soft}>{words.by({ name: from })}</p>}
      {question.words && <Quote>{question.words}</Quote>}
      {question.occurrence && (
        <p>
          {words.only} {exactMoment(question.occurrence.at, reader)}
        </p>
      )}
      {start && (
        <p>
          {words.newTime} {exactMoment(start.at, reader)}
        </p>
      )}
      <p className={style.soft}>{words.tells}</p>
      {answer.error && <ErrorNote error={answer.error} />}
      <Buttons>
        <Button kind="act" busy={answer.isPending} onClick={() => answer.mutate('done')}>
          {words.done[kind]}
        </Button>
        <Button kind="no" disabled={answer.isPending} onClick={() => answer.mutate('left')}>
          {words.left}
        </Button>
      </Buttons>
    </div>
  );
}
