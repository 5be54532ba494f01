import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { Interview } from '../../../server/features/interviews/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { peopleQuery } from '../partnerships/api.ts';
import { SendRow } from '../partnerships/send-row.tsx';
import { changeInterview, dropInterview, listeningKey } from './api.ts';
import { theirPeople } from './their-people.ts';
import { TalkFields, type TalkDetails } from './talk-form.tsx';

interface ChangeTalkProps {
  organization: OurOrganization;
  room: PartnershipPage;
  interview: Interview;
  opened: boolean;
  onClose: () => void;
}

/** Corrects when, how, where and with whom; or takes a talk away in which nothing was written. */
export function ChangeTalk({ opened, onClose, ...rest }: ChangeTalkProps) {
  const { form: words } = useMessages().listening;
  return (
    <Dialog opened={opened} onClose={onClose} title={words.title}>
      <ChangeForm {...rest} onDone={onClose} />
    </Dialog>
  );
}

function ChangeForm({
  organization,
  room,
  interview,
  onDone,
}: Omit<ChangeTalkProps, 'opened' | 'onClose'> & { onDone: () => void }) {
  const { listening, general } = useMessages();
  const queries = useQueryClient();
  const router = useRouter();
  const people = useQuery(peopleQuery(organization.id, room.id));
  const [sure, setSure] = useState(false);
  const [value, setValue] = useState<TalkDetails>({
    heldOn: interview.heldOn,
    way: interview.way,
    place: interview.place ?? '',
    withPeople: interview.withPeople.map((each) => each.id),
  });
  const fresh = () => queries.invalidateQueries({ queryKey: listeningKey(organization.id, room.id) });
  const saving = useMutation({
    mutationFn: () => changeInterview(organization.id, room.id, interview.id, value),
    onSuccess: async () => {
      await fresh();
      onDone();
    },
  });
  const dropping = useMutation({
    mutationFn: () => dropInterview(organization.id, room.id, interview.id),
    onSuccess: () => {
      void router.navigate({ href: paths.listening(organization.slug, room.id), replace: true });
      void fresh();
    },
  });
  return (
    <Form onSubmit={() => value.heldOn && saving.mutate()}>
      <TalkFields
        value={value}
        people={theirPeople(people.data, room.mySide)}
        onChange={(part) => setValue({ ...value, ...part })}
      />
      <SendRow label={general.actions.save} sending={saving} onCancel={onDone} />
      {interview.points === 0 && (
        <div>
          <Button kind="quiet" busy={dropping.isPending} onClick={() => (sure ? dropping.mutate() : setSure(true))}>
            {sure ? listening.form.dropSure : listening.form.drop}
          </Button>
          {dropping.error && <ErrorNote error={dropping.error} />}
        </div>
      )}
    </Form>
  );
}
