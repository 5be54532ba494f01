import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeMe } from '../../../server/features/identity/schema.ts';
import { useMessages } from '../../locale.tsx';
import { usePerson } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { changeMe } from './api.ts';
import { fieldIssue } from './field-issues.ts';
import { LanguageField } from './language-field.tsx';
import { ZoneField } from './zone-field.tsx';

/** Name, language, zone, light or dark. The choices take effect at once; the name when it is saved. */
export function PersonalSettings() {
  const person = usePerson();
  const { settings: words, general, errors } = useMessages();
  const [name, setName] = useState(person.name);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (changed: ChangeMe) => changeMe(queries, changed),
    onSuccess: () => toast(general.actions.saved),
  });
  const theme = general.theme;
  return (
    <Form onSubmit={() => change.mutate({ name })} label={words.you}>
      <Field label={words.email} value={person.email} readOnly optional={false} />
      <Field
        label={words.name}
        hint={words.nameHint}
        autoComplete="name"
        value={name}
        error={fieldIssue(change.error, 'name', errors)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <Button
          kind={name === person.name ? 'plain' : 'act'}
          type="submit"
          disabled={name === person.name}
          busy={change.isPending}
        >
          {general.actions.save}
        </Button>
      </div>
      <LanguageField label={words.language} value={person.locale} onChange={(locale) => change.mutate({ locale })} />
      <ZoneField label={words.zone} value={person.timeZone} onChange={(timeZone) => change.mutate({ timeZone })} />
      <Choice
        legend={words.theme}
        options={[
          { key: 'system', label: theme.auto },
          { key: 'light', label: theme.light },
          { key: 'dark', label: theme.dark },
        ]}
        value={person.theme}
        onChange={(chosen) => change.mutate({ theme: chosen })}
      />
      {change.error && <ErrorNote error={change.error} />}
    </Form>
  );
}
