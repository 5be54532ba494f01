import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { ChevronIcon } from '../../ui/icons.tsx';
import { questionStep } from './listening-keys.ts';
import style from './questions.module.css';
import type { Talk } from './talk.ts';
import { useTalkPart } from './use-talk.ts';

interface QuestionsProps {
  talk: Talk;
  questions: string[];
}

interface ListProps extends QuestionsProps {
  onChosen?: () => void;
}

/** The questions to have at hand: the marked one is what the next point answers. Pressed again it is no longer marked. */
function QuestionList({ talk, questions, onChosen }: ListProps) {
  const { question: current } = useTalkPart(talk, 'draft');
  const points = useTalkPart(talk, 'points');
  return (
    <ol className={style.list}>
      {questions.map((question) => {
        const answers = points.filter((point) => point.question === question).length;
        return (
          <li key={question}>
            <button
              type="button"
              className={style.question}
              aria-pressed={question === current}
              onClick={() => {
                talk.type({ question: question === current ? null : question });
                onChosen?.();
              }}
            >
              <span dir="auto">{question}</span>
              {answers > 0 && <span className={style.answers}>{answers}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** At the side of a wide screen: all of them. */
export function QuestionsAside({ talk, questions }: QuestionsProps) {
  const { talk: words } = useMessages().listening;
  if (questions.length === 0) return null;
  return (
    <section className={style.aside} aria-label={words.questions}>
      <h2 className={style.heading}>{words.questions}</h2>
      <QuestionList talk={talk} questions={questions} />
    </section>
  );
}

/** On a phone: one at a time, just above where one writes; the others unfold. */
export function QuestionStrip({ talk, questions }: QuestionsProps) {
  const { talk: words } = useMessages().listening;
  const { question: current } = useTalkPart(talk, 'draft');
  const [all, setAll] = useState(false);
  if (questions.length === 0) return null;
  const at = current === null ? -1 : questions.indexOf(current);
  const step = (by: 1 | -1) => talk.type({ question: questionStep(questions, current, by) });
  return (
    <section className={style.strip} aria-label={words.questions}>
      <button
        type="button"
        className={`${style.turn} ${style.before}`}
        aria-label={words.previousQuestion}
        disabled={at < 0}
        onClick={() => step(-1)}
      >
        <ChevronIcon size={22} />
      </button>
      <button type="button" className={style.present} aria-expanded={all} onClick={() => setAll(!all)}>
        <span className={style.number}>
          {at >= 0 ? words.question({ n: at + 1, of: questions.length }) : words.allQuestions}
        </span>
        <span dir="auto">{current ?? words.noQuestion}</span>
      </button>
      <button
        type="button"
        className={`${style.turn} ${style.after}`}
        aria-label={words.nextQuestion}
        disabled={at === questions.length - 1}
        onClick={() => step(1)}
      >
        <ChevronIcon size={22} />
      </button>
      {all && (
        <div className={style.unfolded}>
          <QuestionList talk={talk} questions={questions} onChosen={() => setAll(false)} />
        </div>
      )}
    </section>
  );
}
