import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Organization } from '../../../server/features/organizations/schema.ts';
import { useMessages } from '../../locale.tsx';
import { meQuery, useOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { fieldIssue } from '../identity/field-issues.ts';
import { LanguageField } from '../identity/language-field.tsx';
import { ZoneField } from '../identity/zone-field.tsx';
import { can } from './abilities.ts';
import { changeOrganization, organizationQuery } from './api.ts';
import style from './organizations.module.css';

/** How the organization is called and introduces itself. */
export function OrganizationSettings() {
  const { id } = useOrganization();
  const { organization: words } = useMessages();
  const found = useQuery(organizationQuery(id));
  if (found.isPending) return <Loading what={words.settings.title} />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  return <SettingsForm key={found.data.id} organization={found.data} />;
}

function SettingsForm({ organization }: { organization: Organization }) {
  const { role } = useOrganization();
  const { organization: all, general, errors } = useMessages();
  const words = all.settings;
  const [typed, setTyped] = useState(organization);
  const queries = useQueryClient();
  const fixed = !can.changeOrganization({ role });
  const save = useMutation({
    mutationFn: () =>
      changeOrganization(organization.id, {
        name: typed.name,
        domain: typed.domain || null,
        about: typed.about || null,
        locale: typed.locale,
        timeZone: typed.timeZone,
      }),
    onSuccess: async (saved) => {
      queries.setQueryData(organizationQuery(saved.id).queryKey, saved);
      toast(general.actions.saved);
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const set = (change: Partial<Organization>) => setTyped((before) => ({ ...before, ...change }));
  return (
    <div className={style.card}>
      <Form onSubmit={() => save.mutate()} label={words.title}>
        {fixed && <p className={style.soft}>{words.onlyAdministrators}</p>}
        <Field
          label={words.name}
          readOnly={fixed}
          value={typed.name}
          error={fieldIssue(save.error, 'name', errors)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <Field
          label={words.domain}
          optional
          readOnly={fixed}
          value={typed.domain ?? ''}
          error={fieldIssue(save.error, 'domain', errors)}
          onChange={(event) => set({ domain: event.currentTarget.value })}
        />
        <TextArea
          label={words.about}
          hint={words.aboutHint}
          optional
          readOnly={fixed}
          longest={2000}
          value={typed.about ?? ''}
          onChange={(about) => set({ about })}
        />
        {!fixed && (
          <>
            <LanguageField label={words.language} value={typed.locale} onChange={(locale) => set({ locale })} />
            <p className={style.meaning}>{words.languageHint}</p>
            <ZoneField label={words.zone} value={typed.timeZone} onChange={(timeZone) => set({ timeZone })} />
            {save.error && <ErrorNote error={save.error} />}
            <div>
              <Button kind="act" type="submit" busy={save.isPending}>
                {general.actions.save}
              </Button>
            </div>
          </>
        )}
      </Form>
    </div>
  );
}
