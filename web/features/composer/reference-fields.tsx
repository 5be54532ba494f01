import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Page } from '../../api/client.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Button, GoButton } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import type { ConversationSummary } from '../../../server/features/conversations/schema.ts';
import { Fault } from '../../ui/fault.tsx';
import { type MemberPlace, useConversation } from '../conversations/context.tsx';
import { peopleQuery } from '../conversations/room-api.ts';
import type { FieldProps } from './field-props.ts';
import { problemAt } from './problems.ts';
import style from './composer.module.css';

function useMissing({ name, problems }: Pick<FieldProps, 'name' | 'problems'>): string | undefined {
  const { composer } = useMessages();
  const found = problemAt(problems, name);
  return found && composer.problems[found];
}

function NewNewcomer({ onMade }: { onMade: (party: string, name: string) => void }) {
  const { page, api: source, member } = useConversation();
  const { composer } = useMessages();
  const words = composer.fields;
  const queries = useQueryClient();
  const [organization, setOrganization] = useState('');
  const [person, setPerson] = useState('');
  const make = useMutation({
    mutationFn: () => source.addNewcomer(organization.trim(), person.trim()),
    onSuccess: async (party) => {
      if (member)
        await queries.invalidateQueries({ queryKey: peopleQuery(member.organization, page.partnershipId).queryKey });
      if (party) onMade(party, organization.trim());
    },
  });
  return (
    <div className={style.perCondition}>
      <Field
        label={words.newcomerName}
        value={organization}
        onChange={(event) => setOrganization(event.currentTarget.value)}
      />
      <Field label={words.newcomerPerson} value={person} onChange={(event) => setPerson(event.currentTarget.value)} />
      {make.error && <ErrorNote error={make.error} />}
      <div>
        <Button busy={make.isPending} disabled={!organization.trim() || !person.trim()} onClick={() => make.mutate()}>
          {words.newcomerAdd}
        </Button>
      </div>
    </div>
  );
}

/** A third organization that is asked to take a side over. */
export function PartyField({ name, required, values, write, problems }: FieldProps) {
  const { page, member } = useConversation();
  const { composer, general } = useMessages();
  const words = composer.fields;
  const missing = useMissing({ name, problems });
  const people = useQuery({
    ...peopleQuery(member?.organization ?? '', page.partnershipId),
    enabled: member !== undefined,
  });
  const parties = new Map<string, string>();
  for (const each of people.data ?? [])
    if (each.newcomerId) parties.set(each.newcomerId, each.newcomerName ?? each.name ?? '');
  const [adding, setAdding] = useState(false);
  // A guest's page knows no list of people: only whom they name themselves.
  const [named, setNamed] = useState<readonly [party: string, name: string]>();
  if (named) parties.set(...named);
  const choose = (party: string) => write({ parties: { ...values.parties, [name]: party } });
  return (
    <div className={style.stack}>
      {parties.size > 0 && (
        <SelectField
          label={words.newcomer}
          hint={words.newcomerHint}
          optional={!required}
          error={missing}
          data={[
            { value: '', label: general.actions.choose },
            ...[...parties].map(([value, label]) => ({ value, label })),
          ]}
          value={values.parties[name] ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      {(adding || parties.size === 0) && (
        <NewNewcomer
          onMade={(party, called) => {
            setNamed([party, called]);
            choose(party);
            setAdding(false);
          }}
        />
      )}
      {parties.size === 0 && missing && <Fault>{missing}</Fault>}
      {parties.size > 0 && !adding && (
        <div>
          <Button kind="quiet" onClick={() => setAdding(true)}>
            {words.newcomerOther}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Help is mostly asked for anew, and so is what is done in return: that is one press away from choosing what is there. */
function StartNew({ relation, member }: { relation: 'supports' | 'exchange'; member: MemberPlace }) {
  const { page } = useConversation();
  const { composer } = useMessages();
  const kind = relation === 'exchange' && page.speaker.speaker === 'customer' ? 'offer' : 'request';
  const words = composer.fields;
  return (
    <div className={style.offer}>
      <GoButton kind="act" href={paths.newConversation(member.slug, page.partnershipId, { kind, [relation]: page.id })}>
        {relation === 'supports' ? words.startHelp : words.startReturn}
      </GoButton>
      <span className={style.soft}>{words.orTie}</span>
    </div>
  );
}

/** Another conversation of ours. Guests know only what already belongs to theirs. */
export function ConversationField({
  name,
  required,
  values,
  write,
  problems,
  relation,
}: FieldProps & { relation?: 'supports' | 'exchange' }) {
  const { page, member } = useConversation();
  const { composer, general } = useMessages();
  const words = composer.fields;
  const missing = useMissing({ name, problems });
  const own = useQuery({
    queryKey: ['organizations', member?.organization, 'conversations', 'choice'],
    queryFn: () =>
      api.get<Page<ConversationSummary>>(`/organizations/${member?.organization}/conversations`, { limit: 100 }),
    enabled: member !== undefined,
  });
  // What takes the place of this one has to be seen by both sides.
  const here = (each: ConversationSummary) => relation !== undefined || each.partnershipId === page.partnershipId;
  const known = member
    ? (own.data?.items ?? [])
        .filter(here)
        .map((each) => ({ value: each.id, label: `${each.title} (${each.partner.name})` }))
    : page.related.map((each) => ({ value: each.id, label: each.title }));
  return (
    <div className={style.stack}>
      {relation && member && <StartNew relation={relation} member={member} />}
      <SelectField
        label={relation ? words[relation] : words.successor}
        optional={!required}
        error={missing}
        data={[
          { value: '', label: required ? general.actions.choose : words.none },
          ...known.filter((each) => each.value !== page.id),
        ]}
        value={values.conversations[name] ?? ''}
        onChange={(event) => write({ conversations: { ...values.conversations, [name]: event.currentTarget.value } })}
      />
    </div>
  );
}
