import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { Form } from '../../ui/form.tsx';
import { changePartner } from './api.ts';
import { readPartner } from './new-partner.ts';
import { TextInput } from './text-input.tsx';
import { SendRow } from './send-row.tsx';

interface RenameFormProps {
  organization: string;
  partnership: string;
  partner: { name: string; domain: string | null };
  onDone: () => void;
}

/** Corrects the name and domain of a partner who is not here themselves. */
export function RenameForm({ organization, partnership, partner, onDone }: RenameFormProps) {
  const { partners, general } = useMessages();
  const queries = useQueryClient();
  const [name, setName] = useState(partner.name);
  const [domain, setDomain] = useState(partner.domain ?? '');
  const [tried, setTried] = useState(false);
  const read = readPartner({ name, domain, people: [] });
  const saving = useMutation({
    mutationFn: async () =>
      read.input &&
      changePartner(organization, partnership, { name: read.input.name, domain: read.input.domain ?? null }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['organizations', organization] });
      onDone();
    },
  });
  const says = (field: string) => {
    const problem = tried ? read.problems?.[field] : undefined;
    return problem && partners.form[problem];
  };
  const save = () => {
    setTried(true);
    if (read.input) saving.mutate();
  };
  return (
    <Form onSubmit={save}>
      <p>{partners.page.changeLead}</p>
      <TextInput first label={partners.form.name} value={name} error={says('name')} onChange={setName} />
      <TextInput
        optional
        label={partners.form.domain}
        value={domain}
        error={says('domain')}
        longest={253}
        onChange={setDomain}
      />
      <SendRow label={general.actions.save} sending={saving} onCancel={onDone} />
    </Form>
  );
}
