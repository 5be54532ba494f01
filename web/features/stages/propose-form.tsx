import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Stage } from '../../../server/features/stages/model.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import type { NewMove, StagePage } from '../../../server/features/stages/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Choice } from '../../ui/choice.tsx';
import { Form } from '../../ui/form.tsx';
import { Go } from '../../ui/go.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { SendRow } from '../partnerships/send-row.tsx';
import { needsWords } from './criteria.tsx';
import { Day } from './day.tsx';
import { isSaid, Lines, type LineTexts } from './lines.tsx';
import { speakers, WhoseAnswer } from './whose-answer.tsx';
import style from './stages.module.css';

interface ProposeFormProps {
  slug: string;
  partnership: string;
  page: StagePage;
  people: RoomPerson[] | undefined;
  onSend: (input: NewMove) => Promise<unknown>;
  onDone: () => void;
}

/** What a proposal of this step still lacks; nothing: it can be sent. */
function lackOf(page: StagePage, to: Stage): 'promises' | 'criteria' | undefined {
  if (to === 'resting' || to === 'ended') return page.openPromises.length > 0 ? 'promises' : undefined;
  if (to !== page.next) return undefined;
  return page.criteria.some((one) => !one.met && !needsWords(one)) ? 'criteria' : undefined;
}

/** What is chosen and written in the form, and what follows from it. */
function useProposal({ page, people, onSend, onDone }: ProposeFormProps) {
  const [to, setTo] = useState<Stage | undefined>(
    page.moves.find((one) => one === (page.next ?? page.last)) ?? page.moves[0],
  );
  const [text, setText] = useState('');
  const [lines, setLines] = useState<LineTexts>({});
  const [side, setSide] = useState<'a' | 'b'>(page.mySide ?? page.recordable[0] ?? 'a');
  const [person, setPerson] = useState('');
  const [tried, setTried] = useState(false);
  const up = to !== undefined && to === page.next;
  const lack = to && lackOf(page, to);
  const recorded = side !== page.mySide;
  const theirs = speakers(people, side);
  const speaker = person || theirs[0]?.id || '';
  const why = !up && page.stage !== 'resting' && page.stage !== 'ended';
  const sending = useMutation({
    mutationFn: () =>
      onSend({
        to: to ?? page.stage,
        from: page.stage,
        words: text,
        attested: up ? (lines as Record<string, string>) : {},
        ...(recorded && { as: 'recorded' as const, person: speaker }),
      }),
    onSuccess: onDone,
  });
  const send = () => {
    setTried(true);
    const complete = (!why || text.trim()) && (!up || isSaid(page.criteria, lines)) && (!recorded || speaker);
    if (to && !lack && complete) sending.mutate();
  };
  return {
    to,
    setTo,
    text,
    setText,
    lines,
    setLines,
    side,
    setSide,
    setPerson,
    tried,
    up,
    lack,
    recorded,
    theirs,
    speaker,
    why,
    sending,
    send,
  };
}

/** Proposes a step: up with what was reached, down or to rest with reasons; for one's own side, or written down for the other. */
export function ProposeForm(props: ProposeFormProps) {
  const { slug, partnership, page, onDone } = props;
  const words = useMessages().stages.form;
  const form = useProposal(props);
  const { to, lack, why, side, recorded, text } = form;
  return (
    <Form onSubmit={form.send}>
      <Whose page={page} side={side} onChange={form.setSide} />
      {recorded && <WhoseAnswer people={form.theirs} value={form.speaker} onChange={form.setPerson} />}
      <Choice
        legend={words.which}
        options={page.moves.map((key) => ({ key, label: <Target page={page} stage={key} /> }))}
        value={to}
        onChange={form.setTo}
      />
      {lack && <Lack slug={slug} partnership={partnership} page={page} lack={lack} />}
      {form.up && !lack && (
        <Lines
          lead={words.lines}
          criteria={page.criteria}
          values={form.lines}
          onChange={form.setLines}
          tried={form.tried}
        />
      )}
      {!lack && (
        <TextArea
          label={why ? words.why : words.words}
          hint={words.wordsHint}
          optional={!why}
          rows={2}
          longest={2000}
          value={text}
          {...(form.tried && why && !text.trim() && { error: words.whyMissing })}
          onChange={form.setText}
          onSubmit={form.send}
        />
      )}
      <p className={style.soft}>
        {recorded
          ? words.recordedSeenBy({ partner: page.names[side] })
          : words.seenBy({ partner: page.names[side === 'a' ? 'b' : 'a'] })}
      </p>
      <SendRow label={words.send} sending={form.sending} onCancel={onDone} disabled={lack !== undefined} />
    </Form>
  );
}

/** Our own proposal, or one that a side without an account made and we write down. */
function Whose({ page, side, onChange }: { page: StagePage; side: 'a' | 'b'; onChange: (side: 'a' | 'b') => void }) {
  const { whose } = useMessages().stages;
  const sides = [...new Set([...(page.mySide ? [page.mySide] : []), ...page.recordable])];
  if (sides.length < 2) return null;
  return (
    <Choice
      legend={whose.legend}
      options={sides.map((key) => ({
        key,
        label: key === page.mySide ? whose.own : whose.theirs({ partner: page.names[key] }),
      }))}
      value={side}
      onChange={onChange}
    />
  );
}

function Target({ page, stage }: { page: StagePage; stage: Stage }) {
  const { stages } = useMessages();
  const { name, said } = stages.stages[stage];
  const way =
    stage === page.next
      ? stages.form.up
      : stage === 'resting' || stage === 'ended'
        ? undefined
        : page.next === null && (page.stage === 'resting' || page.stage === 'ended')
          ? stages.form.again
          : stages.form.down;
  return (
    <span className={style.target}>
      <strong>{name}</strong>
      {way && <span className={style.soft}> ({way})</span>}
      <span className={style.under}>{said}</span>
    </span>
  );
}

interface LackProps {
  slug: string;
  partnership: string;
  page: StagePage;
  lack: 'promises' | 'criteria';
}

/** Why this step cannot be proposed yet. */
function Lack({ slug, partnership, page, lack }: LackProps) {
  const { stages } = useMessages();
  const { form } = stages;
  if (lack === 'criteria') {
    return (
      <div className={style.lack}>
        <p>{form.missing}</p>
        <ul>
          {page.criteria
            .filter((one) => !one.met && !needsWords(one))
            .map((one) => (
              <li key={one.key}>{stages.criteria[one.key]}</li>
            ))}
        </ul>
      </div>
    );
  }
  return (
    <div className={style.lack}>
      <p>{form.promises({ n: page.openPromises.length })}</p>
      <ul>
        {page.openPromises.map((one) => (
          <li key={one.conversationId}>
            <Go href={paths.conversation(slug, partnership, one.conversationId)}>{one.title}</Go>{' '}
            <span className={style.soft}>
              <Day day={one.dueAt.slice(0, 10)} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
