import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { NewReadback } from '../../../server/features/readbacks/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { partnershipQuery, peopleQuery, roomKey } from '../partnerships/api.ts';
import { sendReadback } from './api.ts';
import { ChoosePoints } from './choose-points.tsx';
import { type ComposeDraft, type ComposeProblem, finishReadback, readCompose } from './compose-value.ts';
import style from './readbacks.module.css';

interface ComposeProps {
  organization: OurOrganization;
  partnership: string;
  /** The talk it comes from. */
  interview?: string;
  start: ComposeDraft;
}

/** Chosen points become a letter that the partner confirms, corrects or adds to. */
export function Compose({ organization, partnership, interview, start }: ComposeProps) {
  const { readbacks } = useMessages();
  const words = readbacks.compose;
  const router = useRouter();
  const queries = useQueryClient();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const kept = useDraft(`readback-new:${interview ?? partnership}`);
  const draft = readCompose(kept.text, start);
  const change = (part: Partial<ComposeDraft>) => kept.setText(JSON.stringify({ ...draft, ...part }));
  const [problem, setProblem] = useState<ComposeProblem>();
  const partner = room.data?.partner.name ?? '';
  const sending = useMutation({
    mutationFn: (input: NewReadback) => sendReadback(organization.id, partnership, input),
    onSuccess: async (sent) => {
      kept.clear();
      toast(words.sent({ partner }));
      await queries.invalidateQueries({ queryKey: roomKey(organization.id, partnership) });
      await router.navigate({ href: paths.conversation(organization.slug, partnership, sent.conversationId) });
    },
  });
  const send = () => {
    const finished = finishReadback(draft, interview);
    if (typeof finished === 'string') return setProblem(finished);
    setProblem(undefined);
    sending.mutate(finished);
  };
  const chosen = draft.points.filter((point) => point.chosen).length;
  return (
    <Form onSubmit={send}>
      <Circumstances draft={draft} change={change} />
      <Addressee organization={organization.id} partnership={partnership} draft={draft} change={change} />
      <Field
        label={words.subject}
        value={draft.subject}
        maxLength={150}
        error={problem === 'subject' ? words.problems.subject : undefined}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <TextArea
        label={words.words}
        optional
        value={draft.words}
        onChange={(text) => change({ words: text })}
        longest={1500}
        rows={2}
      />
      <ChoosePoints points={draft.points} onChange={(points) => change({ points })} />
      <DateField label={words.replyBy} value={draft.replyBy} onChange={(replyBy) => change({ replyBy })} />
      {problem && problem !== 'subject' && (
        <p className={style.problem} role="alert">
          {words.problems[problem]}
        </p>
      )}
      {sending.error && <ErrorNote error={sending.error} />}
      {chosen > 0 && <p className={style.hint}>{words.crossing({ partner, n: chosen })}</p>}
      <Buttons>
        <Button type="submit" kind="act" busy={sending.isPending}>
          {words.send}
        </Button>
      </Buttons>
    </Form>
  );
}

interface PartProps {
  draft: ComposeDraft;
  change: (part: Partial<ComposeDraft>) => void;
}

/** When, how and where they talked: the partner reads it too. */
function Circumstances({ draft, change }: PartProps) {
  const words = useMessages().readbacks.compose;
  return (
    <div className={style.circumstances}>
      <DateField label={words.heldOn} value={draft.heldOn} onChange={(heldOn) => change({ heldOn })} />
      <SelectField
        label={words.way}
        value={draft.way}
        data={(['in-person', 'video', 'phone'] as const).map((way) => ({ value: way, label: words.ways[way] }))}
        onChange={(event) => change({ way: event.currentTarget.value as ComposeDraft['way'] })}
      />
      {draft.way === 'in-person' && (
        <Field
          label={words.place}
          hint={words.placeHint}
          optional
          maxLength={200}
          value={draft.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

function Addressee({
  organization,
  partnership,
  draft,
  change,
}: PartProps & { organization: string; partnership: string }) {
  const words = useMessages().readbacks.compose;
  const room = useQuery(partnershipQuery(organization, partnership));
  const people = useQuery(peopleQuery(organization, partnership));
  const theirs = (people.data ?? []).filter(
    (each) => each.side !== room.data?.mySide && each.side !== 'newcomer' && !each.endedAt && each.name,
  );
  if (theirs.length === 0) return null;
  return (
    <SelectField
      label={words.to}
      value={draft.to}
      data={[
        { value: '', label: words.toAnybody },
        ...theirs.map((each) => ({ value: each.id, label: [each.name, each.title].filter(Boolean).join(', ') })),
      ]}
      onChange={(event) => change({ to: event.currentTarget.value })}
    />
  );
}
