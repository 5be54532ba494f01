import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../../server/features/identity/schema.ts';
import type { ChangeMember, Member } from '../../../server/features/organizations/schema.ts';
import { useMessages } from '../../locale.tsx';
import { meQuery, useOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { toast } from '../../ui/toast.tsx';
import { can } from './abilities.ts';
import { changeMember, peopleQuery } from './api.ts';
import { DutiesForm } from './duties-form.tsx';
import style from './organizations.module.css';

interface MemberFormProps {
  member: Member;
  reader: { role: Role; personId: string };
}

const ROLES: Role[] = ['member', 'manager', 'administrator'];

/** What a person may do here, what they are, and the end of it. Each change takes effect at once. */
export function MemberForm({ member, reader }: MemberFormProps) {
  const organization = useOrganization();
  const { organization: all, general } = useMessages();
  const words = all.people;
  const queries = useQueryClient();
  const isMe = member.personId === reader.personId;
  const change = useMutation({
    mutationFn: (changed: ChangeMember) => changeMember(organization.id, member.personId, changed),
    onSuccess: async () => {
      toast(general.actions.saved);
      await queries.invalidateQueries({ queryKey: peopleQuery(organization.id).queryKey });
      if (isMe) await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  return (
    <div className={style.panel}>
      {change.error && <ErrorNote error={change.error} />}
      {can.changeMember(reader) && !member.endedAt && (
        <>
          <Choice
            legend={words.role}
            options={ROLES.map((key) => ({ key, label: words.roles[key] }))}
            value={member.role}
            onChange={(role) => change.mutate({ role })}
          />
          <p className={style.meaning}>{words.rolesMean[member.role]}</p>
          <Checkbox
            label={words.mayPromise}
            description={words.mayPromiseHint}
            checked={member.mayPromise}
            onChange={(event) => change.mutate({ mayPromise: event.currentTarget.checked })}
          />
        </>
      )}
      {can.changeDuties(reader, member.personId) && <DutiesForm member={member} />}
      {(can.changeMember(reader) || isMe) && (
        <div className={`${style.panel} ${style.apart}`}>
          {!member.endedAt && (
            <p className={style.soft}>{isMe ? words.leaveMeans : words.endMeans({ name: member.name })}</p>
          )}
          <div>
            <Button busy={change.isPending} onClick={() => change.mutate({ ended: !member.endedAt })}>
              {member.endedAt ? words.begin : isMe ? words.leave : words.end}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
