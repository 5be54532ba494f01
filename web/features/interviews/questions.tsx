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

/** The questions to have at hand: the marked one is what the next point answers. Pressed again it is no longer marked. */
export function Questions({ talk, questions }: QuestionsProps) {
  const { talk: words } = useMessages().listening;
  const { question: current } = useTalkPart(talk, 'draft');
  const points = useTalkPart(talk, 'points');
  const [all, setAll] = useState(false);
  if (questions.length === 0) return null;
  const at = current === null ? -1 : questions.indexOf(current);
  const step = (by: 1 | -1) => talk.type({ question: questionStep(questions, current, by) });
  return (
    <section className={style.questions} aria-label={words.questions}>
      <div className={style.strip}>
        <button
          type="button"
          className={`${style.turn} ${style.before}`}
          aria-label={words.previousQuestion}
          disabled={at < 0}
          onClick={() => step(-1)}
        >
          <ChevronIcon size={22} />
        </button>
        <p className={style.present} aria-live="polite">
          {at >= 0 && <span className={style.number}>{words.question({ n: at + 1, of: questions.length })}</span>}
          <span>{current ?? words.noQuestion}</span>
        </p>
        <button
          type="button"
          className={`${style.turn} ${style.after}`}
          aria-label={words.nextQuestion}
          disabled={at === questions.length - 1}
          onClick={() => step(1)}
        >
          <ChevronIcon size={22} />
        </button>
        <button type="button" className={style.toggle} aria-expanded={all} onClick={() => setAll(!all)}>
          {words.allQuestions}
        </button>
      </div>
      <ol className={`${style.list} ${all ? style.shown : ''}`}>
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
                  setAll(false);
                }}
              >
                <span>{question}</span>
                {answers > 0 && <span className={style.answers}>{answers}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
