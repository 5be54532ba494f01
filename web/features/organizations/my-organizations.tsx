import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { meQuery, useMe } from '../../session.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Go } from '../../ui/go.tsx';
import { fieldIssue } from '../identity/field-issues.ts';
import { newOrganization } from './api.ts';
import style from './organizations.module.css';

/** The organizations a person belongs to, and a new one. */
export function MyOrganizations() {
  const { memberships } = useMe();
  const { settings, organization: words } = useMessages();
  return (
    <>
      {memberships.length > 0 && (
        <ul className={style.list}>
          {memberships.map(({ organization, role }) => (
            <li key={organization.id} className={style.row} data-item>
              <Avatar name={organization.name} side="ours" size={40} />
              <div className={style.who}>
                <Go href={paths.today(organization.slug)} className={style.link}>
                  {organization.name}
                </Go>
                <div className={style.soft}>{settings.roleIn({ role: words.people.roles[role] })}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <NewOrganizationForm />
    </>
  );
}

function NewOrganizationForm() {
  const { settings, setup, errors } = useMessages();
  const [name, setName] = useState('');
  const [domain, setDomain] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: () => newOrganization({ name, ...(domain.trim() === '' ? {} : { domain }) }),
    onSuccess: async (made) => {
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      await navigate({ href: paths.today(made.slug) });
    },
  });
  return (
    <Form onSubmit={() => make.mutate()} label={settings.newOrganization}>
      <Field
        label={settings.newOrganization}
        hint={settings.newOrganizationHint}
        value={name}
        error={fieldIssue(make.error, 'name', errors)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {name.trim() !== '' && (
        <Field
          label={setup.domain}
          hint={setup.domainHint}
          optional
          value={domain}
          error={fieldIssue(make.error, 'domain', errors)}
          onChange={(event) => setDomain(event.currentTarget.value)}
        />
      )}
      {make.error && <ErrorNote error={make.error} />}
      <div>
        <Button type="submit" busy={make.isPending}>
          {settings.newOrganization}
        </Button>
      </div>
    </Form>
  );
}
