import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FollowUpItem } from '../../../server/features/follow-ups/schema.ts';
import type { NudgeDraft } from '../../../server/features/nudges/schema.ts';
import { useLocale } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { roomKey } from '../partnerships/api.ts';
import { followUpsKey, nudgeQuery, sendNudge } from './api.ts';

interface DraftDialogProps {
  organization: OurOrganization;
  item: FollowUpItem;
  onClose: () => void;
}

/** A courteous message to begin with; a person reads it, changes it and sends it. Nothing goes by itself. */
export function DraftDialog({ organization, item, onClose }: DraftDialogProps) {
  const { messages } = useLocale();
  const words = messages.followUps;
  const draft = useQuery(nudgeQuery(organization.id, item.id));
  return (
    <Dialog opened onClose={onClose} title={words.draft.title({ partner: item.partner ?? '' })}>
      {draft.isPending && <Loading />}
      {draft.error && <ErrorNote error={draft.error} />}
      {draft.data && <Write organization={organization} item={item} draft={draft.data} onClose={onClose} />}
    </Dialog>
  );
}

function Write({ organization, item, draft: given, onClose }: DraftDialogProps & { draft: NudgeDraft }) {
  const { messages } = useLocale();
  const { draft: words } = messages.followUps;
  // As it was when somebody began to write, whatever is loaded anew behind it.
  const [draft] = useState(given);
  const inThread = draft.conversation === null;
  const queries = useQueryClient();
  const [subject, setSubject] = useState(draft.subject);
  const [text, setText] = useState(draft.text);
  const sending = useMutation({
    // In a conversation: on the head that was there when the draft was, so that nobody answers something unread.
    mutationFn: () =>
      sendNudge(organization.id, item.id, {
        text: text.trim(),
        ...(draft.conversation ? { head: draft.conversation.head } : { subject: subject.trim() }),
      }),
    onSuccess: () => {
      toast(words.sent);
      void queries.invalidateQueries({ queryKey: followUpsKey(organization.id) });
      void queries.invalidateQueries({ queryKey: roomKey(organization.id, draft.partnershipId) });
      onClose();
    },
  });
  const ready = text.trim() !== '' && (!inThread || subject.trim() !== '');
  return (
    <Form onSubmit={() => ready && !sending.isPending && sending.mutate()}>
      <p>{words.lead({ partner: draft.partner })}</p>
      {inThread && (
        <Field
          label={words.subject}
          value={subject}
          maxLength={200}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
      )}
      <TextArea label={words.text} value={text} onChange={setText} longest={10_000} rows={10} />
      {sending.error && <ErrorNote error={sending.error} />}
      <Buttons>
        <Button kind="act" type="submit" disabled={!ready} busy={sending.isPending}>
          {words.send({ partner: draft.partner })}
        </Button>
        <Button onClick={onClose}>{messages.general.actions.cancel}</Button>
      </Buttons>
    </Form>
  );
}
