import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceZone, useLocale } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, PasswordField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { setUp } from './api.ts';
import { fieldIssue } from './field-issues.ts';
import { LanguageField } from './language-field.tsx';
import { ZoneField } from './zone-field.tsx';

interface Typed {
  organization: string;
  domain: string;
  name: string;
  email: string;
  password: string;
  zone: string;
}

function useSetUp(typed: Typed, onSuccess: () => void) {
  const { locale } = useLocale();
  const queries = useQueryClient();
  const { organization, domain, name, email, password, zone } = typed;
  return useMutation({
    mutationFn: () =>
      setUp(queries, {
        organization: { name: organization, ...(domain.trim() === '' ? {} : { domain }) },
        person: { name, email, password },
        locale,
        timeZone: zone,
      }),
    onSuccess,
  });
}

/** The first start: an organization and its first administrator, in one form. */
export function SetupForm({ onDone }: { onDone: () => void }) {
  const { messages, locale, setLocale } = useLocale();
  const { setup: words, signIn, errors } = messages;
  const [typed, setTyped] = useState<Typed>({
    organization: '',
    domain: '',
    name: '',
    email: '',
    password: '',
    zone: deviceZone(),
  });
  const start = useSetUp(typed, onDone);
  const bind = (key: keyof typeof typed, path: string) => ({
    value: typed[key],
    error: fieldIssue(start.error, path, errors),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [key]: value }));
    },
  });
  return (
    <Form onSubmit={() => start.mutate()}>
      <LanguageField label={words.language} value={locale} onChange={setLocale} />
      <Section title={words.organization}>
        <Field
          label={words.organizationName}
          hint={words.organizationExample}
          autoComplete="organization"
          {...bind('organization', 'organization.name')}
        />
        <Field
          label={words.domain}
          hint={words.domainHint}
          optional
          inputMode="url"
          {...bind('domain', 'organization.domain')}
        />
      </Section>
      <Section title={words.you}>
        <Field label={signIn.yourName} autoComplete="name" {...bind('name', 'person.name')} />
        <Field label={signIn.email} type="email" autoComplete="username" {...bind('email', 'person.email')} />
        <PasswordField
          label={signIn.password}
          hint={signIn.newPasswordHint}
          autoComplete="new-password"
          minLength={10}
          {...bind('password', 'person.password')}
        />
        <ZoneField
          label={words.zone}
          value={typed.zone}
          onChange={(zone) => setTyped((before) => ({ ...before, zone }))}
        />
      </Section>
      {start.error && <ErrorNote error={start.error} />}
      <div>
        <Button kind="act" type="submit" busy={start.isPending}>
          {words.start}
        </Button>
      </div>
    </Form>
  );
}
