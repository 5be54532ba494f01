import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { AcceptClaim, AcceptedClaim, OpenClaim } from '../../../server/features/claims/schema.ts';
import type { Me } from '../../../server/features/identity/schema.ts';
import { useLocale } from '../../locale.tsx';
import { startQuery } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, PasswordField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { fieldIssue } from '../identity/field-issues.ts';
import { NEW, readClaim, type ClaimField, type ClaimForm } from './accept-form.ts';
import { acceptClaim } from './api.ts';
import style from './claim-offer.module.css';

interface ClaimAnswerProps {
  token: string;
  offer: OpenClaim;
  /** Absent: the answer makes the account too. */
  me?: Me;
  onTaken: (taken: AcceptedClaim) => void;
}

type Change = (part: Partial<ClaimForm>) => void;
type Says = (field: ClaimField) => string | undefined;

/** Yes for one's own side: who one is, for which organization, and the consent in words. */
export function ClaimAnswer({ token, offer, me, onTaken }: ClaimAnswerProps) {
  const { messages, locale, zone } = useLocale();
  const { claim: words, general, signIn, errors } = messages;
  const queries = useQueryClient();
  const frame = useRef<HTMLDivElement>(null);
  const own = me?.memberships.filter((each) => each.role === 'administrator').map((each) => each.organization) ?? [];
  const [form, setForm] = useState<ClaimForm>({
    organization: own[0]?.id ?? NEW,
    name: offer.recordedName,
    domain: offer.recordedDomain ?? '',
    person: '',
    password: '',
    agreed: false,
  });
  const [tried, setTried] = useState(false);
  const read = readClaim(form, me !== undefined, { locale, zone });
  const taking = useMutation({
    mutationFn: (input: AcceptClaim) => acceptClaim(token, input),
    onSuccess: (taken) => {
      // Another session or another membership: nothing fetched before may stay.
      queries.removeQueries({
        predicate: (query) => query.queryKey[0] !== startQuery.queryKey[0] && query.queryKey[0] !== 'claim',
      });
      onTaken(taken);
    },
  });
  const missing: Record<ClaimField, string> = {
    name: general.field.required,
    person: general.field.required,
    password: signIn.newPasswordHint,
    agreed: words.consentMissing,
  };
  const says: Says = (field) =>
    tried && read.missing.includes(field)
      ? missing[field]
      : field === 'agreed'
        ? undefined
        : fieldIssue(taking.error, field, errors);
  const change: Change = (part) => setForm({ ...form, ...part });
  const send = () => {
    setTried(true);
    if (read.input) taking.mutate(read.input);
    else
      requestAnimationFrame(() =>
        frame.current?.querySelector<HTMLElement>('[aria-invalid="true"], input[type="checkbox"]')?.focus(),
      );
  };
  const chosen = own.find((each) => each.id === form.organization)?.name ?? form.name.trim();
  return (
    <div ref={frame}>
      <Form onSubmit={send}>
        <div className={style.answer}>
          {me ? (
            <p>{words.signedInAs({ name: me.person.name })}</p>
          ) : (
            <WhoAreYou email={offer.email} form={form} change={change} says={says} />
          )}
          <WhichOrganization own={own} form={form} change={change} says={says} />
          <Consents offer={offer} organization={chosen} form={form} change={change} says={says} />
          {taking.error && <ErrorNote error={taking.error} />}
          <div>
            <Button kind="act" type="submit" busy={taking.isPending}>
              {words.take}
            </Button>
          </div>
        </div>
      </Form>
    </div>
  );
}

interface PartProps {
  form: ClaimForm;
  change: Change;
  says: Says;
}

function WhoAreYou({ email, form, change, says }: PartProps & { email: string }) {
  const { claim: words, signIn } = useLocale().messages;
  return (
    <section className={style.part}>
      <h2>{words.who}</h2>
      <p className={style.soft}>{words.forEmail({ email })}</p>
      <Field
        label={signIn.yourName}
        autoComplete="name"
        required={false}
        value={form.person}
        error={says('person')}
        onChange={(event) => change({ person: event.currentTarget.value })}
      />
      <PasswordField
        label={signIn.password}
        hint={says('password') ? undefined : signIn.newPasswordHint}
        autoComplete="new-password"
        required={false}
        value={form.password}
        error={says('password')}
        onChange={(event) => change({ password: event.currentTarget.value })}
      />
    </section>
  );
}

function WhichOrganization({ own, form, change, says }: PartProps & { own: { id: string; name: string }[] }) {
  const { claim: words } = useLocale().messages;
  return (
    <section className={style.part}>
      {own.length > 0 && (
        <Choice
          legend={words.as}
          options={[...own.map((each) => ({ key: each.id, label: each.name })), { key: NEW, label: words.fresh }]}
          value={form.organization}
          onChange={(organization) => change({ organization })}
        />
      )}
      {form.organization === NEW && (
        <>
          <Field
            label={words.organizationName}
            required={false}
            autoComplete="organization"
            value={form.name}
            error={says('name')}
            maxLength={200}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Field
            label={words.domain}
            optional
            autoComplete="off"
            autoCapitalize="none"
            value={form.domain}
            maxLength={253}
            onChange={(event) => change({ domain: event.currentTarget.value })}
          />
        </>
      )}
    </section>
  );
}

/** Both consents, in words: theirs given with the offer, ours with this. */
function Consents({ offer, organization, form, change, says }: PartProps & { offer: OpenClaim; organization: string }) {
  const { claim: words } = useLocale().messages;
  return (
    <section className={`${style.part} ${style.consents}`}>
      <h2>{words.consents}</h2>
      <p className={style.theirs}>
        <CheckIcon size={20} />
        {words.theirConsent({ who: offer.offeredBy })}
      </p>
      <Checkbox
        checked={form.agreed}
        error={says('agreed')}
        label={organization ? words.ourConsent({ organization }) : words.ourConsentAny}
        onChange={(event) => change({ agreed: event.currentTarget.checked })}
      />
    </section>
  );
}
