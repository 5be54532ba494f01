import { type ReactNode, useState } from 'react';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import type { AnswerMove, Move, ShownCriterion, StagePage } from '../../../server/features/stages/schema.ts';
import { useMessages } from '../../locale.tsx';
import { RecordedBadge } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Quote } from '../../ui/page.tsx';
import { announce } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { AnswerForm } from './answer-form.tsx';
import { needsWords } from './criteria.tsx';
import style from './stages.module.css';

interface PendingMoveProps {
  move: Move;
  criteria: ShownCriterion[];
  names: StagePage['names'];
  mySide: 'a' | 'b' | null;
  may: { answer: boolean; agree: boolean; takeBack: boolean };
  /** Whose answer the reader may write down, because their side has no account. */
  record?: RoomPerson[] | undefined;
  onAnswer: (input: AnswerMove) => Promise<unknown>;
  children?: ReactNode;
}

type Pressed = 'agreed' | 'refused' | 'recorded';

interface AnswersProps extends Pick<PendingMoveProps, 'may'> {
  recording: boolean;
  onPress: (pressed: Pressed) => void;
  onTakeBack: () => void;
}

/** The buttons of whoever may answer. */
function Answers({ may, recording, onPress, onTakeBack }: AnswersProps) {
  const words = useMessages().stages.pending;
  return (
    <Buttons>
      {may.answer && recording && <Button onClick={() => onPress('recorded')}>{words.record}</Button>}
      {may.answer && !recording && (
        <>
          {may.agree && (
            <Button kind="act" onClick={() => onPress('agreed')}>
              {words.agree}
            </Button>
          )}
          <Button kind="no" onClick={() => onPress('refused')}>
            {words.refuse}
          </Button>
        </>
      )}
      {may.takeBack && (
        <Button kind="quiet" onClick={onTakeBack}>
          {words.takeBack}
        </Button>
      )}
    </Buttons>
  );
}

/** A step that waits for an answer: who proposed what, in which words, and the buttons of whoever may answer. */
export function PendingMove({ move, criteria, names, mySide, may, record, onAnswer, children }: PendingMoveProps) {
  const { stages } = useMessages();
  const words = stages.pending;
  const [answering, setAnswering] = useState<Pressed>();
  const own = move.side === mySide;
  const other = names[move.side === 'a' ? 'b' : 'a'];
  const to = stages.stages[move.to].name;
  const answer = async (input: AnswerMove) => {
    await onAnswer(input);
    announce(
      input.answer === 'agreed'
        ? stages.done.agreed({ stage: to })
        : input.answer === 'refused'
          ? stages.done.refused
          : stages.done.takenBack,
    );
  };
  const close = () => setAnswering(undefined);
  const title =
    answering === 'recorded'
      ? stages.answer.recordTitle
      : answering === 'agreed'
        ? stages.answer.agreeTitle({ stage: to })
        : stages.answer.refuseTitle;
  return (
    <div className={`${style.pending} ${own ? style.ours : ''}`}>
      <strong>
        {own ? words.ours({ stage: to, who: other }) : words.theirs({ who: names[move.side], stage: to })}
      </strong>
      <span className={style.soft}>
        {move.proposedBy.name} <When at={move.proposedAt} />{' '}
        {move.proposedVia === 'recorded' && <RecordedBadge by={other} />}
      </span>
      {move.words && <Quote side={own ? 'ours' : 'theirs'}>{move.words}</Quote>}
      <Attested move={move} />
      {may.answer && <p>{words.means({ from: stages.stages[move.from].name, to })}</p>}
      {may.answer && !record && !may.agree && <p>{words.authority}</p>}
      {children}
      <Answers
        may={may}
        recording={record !== undefined}
        onPress={setAnswering}
        onTakeBack={() => void answer(takenBack(move))}
      />
      <Dialog opened={answering !== undefined} onClose={close} title={title}>
        {answering && (
          <AnswerForm
            criteria={criteria.filter(needsWords)}
            answer={answering === 'refused' ? 'refused' : 'agreed'}
            {...(answering === 'recorded' && record && { people: record })}
            onSend={answer}
            onDone={close}
          />
        )}
      </Dialog>
    </div>
  );
}

/** Whoever wrote a proposal down takes it back in the name of the same person. */
function takenBack(move: Move): AnswerMove {
  const recorded = move.proposedVia === 'recorded' && { as: 'recorded' as const, person: move.proposedBy.id };
  return { answer: 'taken-back', words: '', attested: {}, ...recorded };
}

/** What the proposer wrote of things that nothing here can show. */
function Attested({ move }: { move: Move }) {
  const { stages } = useMessages();
  const lines = Object.entries(move.attested) as [keyof Move['attested'], { a?: string; b?: string }][];
  if (lines.length === 0) return null;
  return (
    <dl className={style.lines}>
      {lines.map(([key, words]) => (
        <div key={key}>
          <dt>{stages.criteria[key]}</dt>
          <dd>{words[move.side]}</dd>
        </div>
      ))}
    </dl>
  );
}
