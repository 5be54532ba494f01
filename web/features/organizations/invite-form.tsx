import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '../../../server/features/identity/schema.ts';
import { useMessages } from '../../locale.tsx';
import { useOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { fieldIssue } from '../identity/field-issues.ts';
import { invitable } from './abilities.ts';
import { invitationsQuery, invite } from './api.ts';
import style from './organizations.module.css';

/** Invites a colleague by mail, and shows the link to pass on oneself. */
export function InviteForm() {
  const organization = useOrganization();
  const { organization: all, errors } = useMessages();
  const words = all.invitations;
  const roles = invitable(organization);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('member');
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => invite(organization.id, { email, role }),
    onSuccess: () => {
      setEmail('');
      return queries.invalidateQueries({ queryKey: invitationsQuery(organization.id).queryKey });
    },
  });
  return (
    <div className={`${style.card} ${style.panel}`}>
      <Form onSubmit={() => send.mutate()} label={words.invite}>
        <Field
          label={words.email}
          type="email"
          value={email}
          error={fieldIssue(send.error, 'email', errors)}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {roles.length > 1 && (
          <>
            <Choice
              legend={all.people.role}
              options={roles.map((key) => ({ key, label: all.people.roles[key] }))}
              value={role}
              onChange={setRole}
            />
            <p className={style.meaning}>{all.people.rolesMean[role]}</p>
          </>
        )}
        {send.error && <ErrorNote error={send.error} />}
        <div>
          <Button kind="act" type="submit" busy={send.isPending}>
            {words.send}
          </Button>
        </div>
      </Form>
      {send.data && (
        <output className={style.panel}>
          <p>
            {words.sent({ email: send.data.email })} {words.link}
          </p>
          <CopyField label={words.copy} value={send.data.url} copy={words.copy} />
        </output>
      )}
    </div>
  );
}
