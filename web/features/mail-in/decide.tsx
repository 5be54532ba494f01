import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailInDecision, MailInPage } from '../../../server/features/mail-in/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { RoomIcon } from '../../ui/icons.tsx';
import { toast } from '../../ui/toast.tsx';
import { addPerson, partnerChoiceQuery } from '../partnerships/api.ts';
import { decideMail } from './api.ts';
import shared from '../mails/mail-list.module.css';

/** Somebody who is not among the people yet. */
const NEW = 'new';

type Way = 'accept' | 'keep' | 'discard' | 'share';

/** Carries a decision out; afterwards everything that shows mails or the room is asked for again. */
function useDeciding(mail: MailInPage, organization: OurOrganization, said: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (decision: MailInDecision | (() => Promise<MailInDecision>)) =>
      decideMail(organization.id, mail.id, typeof decision === 'function' ? await decision() : decision),
    onSuccess: async () => {
      toast(said);
      onDone();
      await queries.invalidateQueries({ queryKey: ['organizations', organization.id] });
    },
  });
}

interface DecisionProps {
  mail: MailInPage;
  organization: OurOrganization;
  onDone: () => void;
}

/** Whose words they are: somebody known of a side without an account, or somebody who is made known by it. */
function Accept({ mail, organization, onDone }: DecisionProps) {
  const { mailIn, general } = useMessages();
  const { decide: words } = mailIn;
  const [person, setPerson] = useState(mail.people.length === 1 ? (mail.people[0]?.id ?? NEW) : NEW);
  const [name, setName] = useState(mail.from.name ?? '');
  const [tried, setTried] = useState(false);
  const accepting = useDeciding(mail, organization, words.accepted, onDone);
  const accept = () => {
    setTried(true);
    if (accepting.isPending || (person === NEW && name.trim() === '')) return;
    if (person !== NEW) return accepting.mutate({ do: 'accept', person });
    accepting.mutate(async () => {
      const email = mail.from.email ?? undefined;
      // Pressed again after a refusal, somebody who was already added is simply chosen.
      const added = await addPerson(organization.id, mail.partnership?.id ?? '', {
        name: name.trim(),
        ...(email && { email }),
        force: true,
      });
      setPerson(added.id);
      return { do: 'accept', person: added.id };
    });
  };
  return (
    <Form onSubmit={accept}>
      <p>{words.acceptWhy}</p>
      <SelectField
        label={words.who}
        value={person}
        data={[
          ...mail.people.map((each) => ({ value: each.id, label: each.name ?? mailIn.unnamed })),
          { value: NEW, label: words.whoNew },
        ]}
        onChange={(event) => setPerson(event.currentTarget.value)}
      />
      {person === NEW && (
        <Field
          label={words.name}
          hint={words.acceptAdds({ email: mail.from.email ?? mailIn.unnamed })}
          value={name}
          maxLength={100}
          required={false}
          error={tried && name.trim() === '' ? general.field.required : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <p className={shared.meta}>
        <RoomIcon /> {words.acceptSees({ partner: mail.partnership?.name ?? '' })}
      </p>
      {accepting.error && <ErrorNote error={accepting.error} onRetry={accept} />}
      <Buttons>
        <Button kind="act" type="submit" busy={accepting.isPending}>
          {words.acceptSend}
        </Button>
        <Button kind="no" onClick={onDone}>
          {general.actions.cancel}
        </Button>
      </Buttons>
    </Form>
  );
}

/** With which partner's correspondence it is kept; known already where the mail belongs to one. */
function Keep({ mail, organization, onDone }: DecisionProps) {
  const { mailIn, general } = useMessages();
  const { decide: words } = mailIn;
  const partners = useQuery({ ...partnerChoiceQuery(organization.id), enabled: mail.partnership === null });
  const [chosen, setChosen] = useState(mail.partnership?.id ?? '');
  const partnership = chosen || (partners.data?.items[0]?.id ?? '');
  const keeping = useDeciding(mail, organization, words.kept, onDone);
  const keep = () => {
    if (partnership && !keeping.isPending) keeping.mutate({ do: 'keep', partnership });
  };
  return (
    <Form onSubmit={keep}>
      <p>{words.keepWhy}</p>
      {mail.partnership === null && (
        <SelectField
          label={words.keepWhere}
          value={partnership}
          data={(partners.data?.items ?? []).map((each) => ({ value: each.id, label: each.partner.name }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      {keeping.error && <ErrorNote error={keeping.error} onRetry={keep} />}
      <Buttons>
        <Button kind="act" type="submit" busy={keeping.isPending} disabled={!partnership}>
          {words.keep}
        </Button>
        <Button kind="no" onClick={onDone}>
          {general.actions.cancel}
        </Button>
      </Buttons>
    </Form>
  );
}

/** A decision that needs no more than a second look. */
function Plain({ mail, organization, onDone, way }: DecisionProps & { way: 'discard' | 'share' }) {
  const { mailIn, general } = useMessages();
  const { decide, correspondence } = mailIn;
  const partner = mail.partnership?.name ?? '';
  const deciding = useDeciding(
    mail,
    organization,
    way === 'discard' ? decide.discarded : correspondence.shared,
    onDone,
  );
  const go = () => deciding.mutate({ do: way });
  return (
    <Form onSubmit={go}>
      {way === 'discard' ? (
        <p>{decide.discardWhy}</p>
      ) : (
        <p>
          <RoomIcon /> {correspondence.shareSees({ partner })}
        </p>
      )}
      {deciding.error && <ErrorNote error={deciding.error} onRetry={go} />}
      <Buttons>
        <Button kind="act" type="submit" busy={deciding.isPending}>
          {way === 'discard' ? decide.discard : correspondence.share}
        </Button>
        <Button kind="no" onClick={onDone}>
          {general.actions.cancel}
        </Button>
      </Buttons>
    </Form>
  );
}

/** What can be done with a mail: of a held one three ways, of a kept one to put it into the room. */
export function Decide({ mail, organization }: { mail: MailInPage; organization: OurOrganization }) {
  const { mailIn } = useMessages();
  const { decide: words, correspondence } = mailIn;
  const [way, setWay] = useState<Way>();
  const held = mail.state === 'held';
  if (!held && !mail.canShare) return null;
  const titles: Record<Way, string> = {
    accept: words.accept,
    keep: words.keep,
    discard: words.discard,
    share: correspondence.share,
  };
  const ways: Way[] = held ? [...(mail.canAccept ? ['accept' as const] : []), 'keep', 'discard'] : ['share'];
  const props = { mail, organization, onDone: () => setWay(undefined) };
  return (
    <>
      <Buttons>
        {ways.map((each, at) => (
          <Button key={each} kind={at === 0 ? 'act' : 'no'} onClick={() => setWay(each)}>
            {titles[each]}
          </Button>
        ))}
      </Buttons>
      <Dialog opened={way !== undefined} onClose={() => setWay(undefined)} title={way ? titles[way] : ''}>
        {way === 'accept' && <Accept {...props} />}
        {way === 'keep' && <Keep {...props} />}
        {(way === 'discard' || way === 'share') && <Plain {...props} way={way} />}
      </Dialog>
    </>
  );
}
