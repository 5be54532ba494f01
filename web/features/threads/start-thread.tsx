import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { peopleQuery, roomKey } from '../partnerships/api.ts';
import { startThread } from './api.ts';
import { spokenAs, WordsForm, type Whose } from './words-form.tsx';
import { SendRow } from '../partnerships/send-row.tsx';

interface StartThreadProps {
  organization: OurOrganization;
  room: PartnershipPage;
  onStarted: (thread: string) => void;
  onCancel: () => void;
}

/** Begins plain talk with a partner. Nothing is promised by it. */
export function StartThread({ organization, room, onStarted, onCancel }: StartThreadProps) {
  const { partners, general } = useMessages();
  const { threads: words } = partners;
  const queries = useQueryClient();
  const people = useQuery(peopleQuery(organization.id, room.id)).data ?? [];
  const recordable = room.sides.filter((side) => side.recordable && side.side !== room.mySide).map((side) => side.side);
  const [subject, setSubject] = useState('');
  const [whose, setWhose] = useState<Whose>({ recorded: false, person: '' });
  const [tried, setTried] = useState(false);
  const draft = useDraft(`thread-new:${organization.id}:${room.id}`);
  const starting = useMutation({
    mutationFn: () =>
      startThread(organization.id, room.id, { subject: subject.trim(), text: draft.text.trim(), ...spokenAs(whose) }),
    onSuccess: (thread) => {
      draft.clear();
      void queries.invalidateQueries({ queryKey: roomKey(organization.id, room.id) });
      onStarted(thread.id);
    },
  });
  const missing = (text: string) => (tried && !text.trim() ? general.field.required : undefined);
  const send = () => {
    setTried(true);
    if (subject.trim() && draft.text.trim() && (!whose.recorded || whose.person) && !starting.isPending)
      starting.mutate();
  };
  return (
    <Form onSubmit={send}>
      <p>
        {words.lead} {general.rooms.roomSeenBy({ partner: room.partner.name })}
      </p>
      <Field
        label={words.subject}
        placeholder={words.subjectExample}
        value={subject}
        error={missing(subject)}
        required={false}
        data-autofocus
        maxLength={200}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <WordsForm
        label={words.text}
        draft={draft}
        whose={whose}
        onWhose={setWhose}
        people={people.filter((each) => recordable.some((side) => side === each.side) && !each.endedAt)}
        recordable={recordable.length > 0}
        error={missing(draft.text)}
        onSubmit={send}
      />
      <SendRow label={whose.recorded ? words.record : words.send} sending={starting} onCancel={onCancel} />
    </Form>
  );
}
