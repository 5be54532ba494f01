import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import type { AnswerMove, ShownCriterion } from '../../../server/features/stages/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { SendRow } from '../partnerships/send-row.tsx';
import { isSaid, Lines, type LineTexts } from './lines.tsx';
import { WhoseAnswer } from './whose-answer.tsx';

type Answer = 'agreed' | 'refused';

interface AnswerFormProps {
  /** What the step asks for, where it goes up. */
  criteria: ShownCriterion[];
  /** What was pressed; with `people` either may be chosen here. */
  answer: Answer;
  /** People of a side without an account, whose answer is written down. */
  people?: RoomPerson[];
  onSend: (input: AnswerMove) => Promise<unknown>;
  onDone: () => void;
}

/** The answer to a step: a few words, a line for each thing that nothing here can show, and whose they are. */
export function AnswerForm({ criteria, answer: pressed, people, onSend, onDone }: AnswerFormProps) {
  const { stages } = useMessages();
  const words = stages.answer;
  const [answer, setAnswer] = useState<Answer>(pressed);
  const [text, setText] = useState('');
  const [lines, setLines] = useState<LineTexts>({});
  const [person, setPerson] = useState(people?.[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const asked = answer === 'agreed' ? criteria : [];
  const sending = useMutation({
    mutationFn: () =>
      onSend({
        answer,
        words: text,
        attested: answer === 'agreed' ? (lines as Record<string, string>) : {},
        ...(people && { as: 'recorded' as const, person }),
      }),
    onSuccess: onDone,
  });
  const send = () => {
    setTried(true);
    if (isSaid(asked, lines) && (!people || person)) sending.mutate();
  };
  return (
    <Form onSubmit={send}>
      {people && (
        <>
          <Choice
            legend={words.recordTitle}
            legendHidden
            options={[
              { key: 'agreed', label: stages.pending.agree },
              { key: 'refused', label: stages.pending.refuse },
            ]}
            value={answer}
            onChange={setAnswer}
          />
          <WhoseAnswer people={people} value={person} onChange={setPerson} />
        </>
      )}
      <Lines
        lead={people ? words.theirLines : words.lines}
        criteria={asked}
        values={lines}
        onChange={setLines}
        tried={tried}
      />
      <TextArea
        label={people ? words.theirWords : words.words}
        optional
        rows={2}
        longest={2000}
        value={text}
        onChange={setText}
        onSubmit={send}
      />
      <SendRow
        label={people ? words.save : answer === 'agreed' ? stages.pending.agree : stages.pending.refuse}
        sending={sending}
        onCancel={onDone}
      />
    </Form>
  );
}
