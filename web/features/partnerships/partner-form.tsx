import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { NewPartnership } from '../../../server/features/partnerships/schema.ts';
import { asProblem } from '../../api/problem.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { addPartner } from './api.ts';
import { emptyPartner, type PartnerProblems, readPartner, sameAs } from './new-partner.ts';
import style from './partner-form.module.css';
import { PersonRows } from './person-rows.tsx';
import { TextInput } from './text-input.tsx';

interface PartnerFormProps {
  organization: { id: string; slug: string };
  /** Told the new partnership. */
  onAdded: (added: { id: string; name: string }) => void;
  onCancel: () => void;
}

/** Adds a partner in under a minute: a name is enough. Says so when it is there already, and lets the person insist. */
export function PartnerForm({ organization, onAdded, onCancel }: PartnerFormProps) {
  const { partners, general } = useMessages();
  const words = partners.form;
  const queries = useQueryClient();
  const frame = useRef<HTMLDivElement>(null);
  const [form, setForm] = useState(emptyPartner);
  const [problems, setProblems] = useState<PartnerProblems>({});
  const adding = useMutation({
    mutationFn: (input: NewPartnership) => addPartner(organization.id, input),
    onSuccess: (added) => {
      void queries.invalidateQueries({ queryKey: ['organizations', organization.id] });
      onAdded({ id: added.id, name: added.partner.name });
    },
  });
  const same = adding.error ? sameAs(asProblem(adding.error).data) : [];
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    if (same.length > 0) adding.reset();
  };
  const send = (force: boolean) => {
    const read = readPartner(form);
    setProblems(read.problems ?? {});
    if (!read.problems) adding.mutate({ ...read.input, force });
    else requestAnimationFrame(() => frame.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus());
  };
  const says = (field: string) => {
    const problem = problems[field];
    return problem && words[problem];
  };
  return (
    <div ref={frame}>
      <Form onSubmit={() => send(false)} label={words.title}>
        <p className={style.lead}>{words.lead}</p>
        <TextInput
          first
          label={words.name}
          example={words.nameExample}
          value={form.name}
          error={says('name')}
          onChange={(name) => change({ name })}
        />
        <TextInput
          optional
          label={words.domain}
          hint={words.domainHint}
          example={words.domainExample}
          value={form.domain}
          error={says('domain')}
          longest={253}
          onChange={(domain) => change({ domain })}
        />
        <PersonRows rows={form.people} onChange={(people) => change({ people })} problems={problems} />
        {same.length > 0 && (
          <SamePartner slug={organization.slug} same={same} busy={adding.isPending} onInsist={() => send(true)} />
        )}
        {adding.error && same.length === 0 && <ErrorNote error={adding.error} />}
        {same.length === 0 && (
          <Buttons>
            <Button kind="act" type="submit" busy={adding.isPending}>
              {words.save}
            </Button>
            <Button onClick={onCancel}>{general.actions.cancel}</Button>
          </Buttons>
        )}
      </Form>
    </div>
  );
}

interface SamePartnerProps {
  slug: string;
  same: { id: string; name: string }[];
  busy: boolean;
  onInsist: () => void;
}

/** It may be there already: open that one, or say that it is another. */
function SamePartner({ slug, same, busy, onInsist }: SamePartnerProps) {
  const { partners } = useMessages();
  return (
    <div className={style.same} role="alert">
      <strong>{partners.same.title({ name: same[0]?.name ?? '' })}</strong>
      <p>{partners.same.text}</p>
      <Buttons>
        {same.slice(0, 3).map((each) => (
          <GoButton key={each.id} kind="act" href={paths.partnership(slug, each.id)}>
            {partners.same.open({ name: each.name })}
          </GoButton>
        ))}
        <Button kind="plain" busy={busy} onClick={onInsist}>
          {partners.same.anyway}
        </Button>
      </Buttons>
    </div>
  );
}
