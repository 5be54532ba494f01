import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Acquaintance, OwnPeople } from '../../../server/features/pairs/schema-own.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { CrossIcon } from '../../ui/icons.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { SendRow } from '../partnerships/send-row.tsx';
import { dropAcquaintance, ownPeopleQuery, setAcquaintance } from './api.ts';
import style from './pairs.module.css';

const COURTESIES = ['ask-first', 'tell-first', 'feel-free'] as const;
const LONGEST = 1000;

interface WhoKnowsProps {
  organization: OurOrganization;
  partnership: string;
  person: RoomPerson;
  onDone: () => void;
}

/** Who of us knows somebody and how others may approach them: for our own organization only. */
export function WhoKnows({ organization, partnership, person, onDone }: WhoKnowsProps) {
  const { own: words } = useMessages().pairs;
  const queries = useQueryClient();
  const query = ownPeopleQuery(organization.id, partnership);
  const own = useQuery(query);
  const known = own.data?.acquaintances.filter((each) => each.person === person.id) ?? [];
  const keep = (next: OwnPeople) => queries.setQueryData(query.queryKey, next);
  const dropping = useMutation({
    mutationFn: (member: string) =>
      dropAcquaintance({ organization: organization.id, partnership, person: person.id, member }),
    onSuccess: keep,
  });
  return (
    <OwnNotes organization={organization.name}>
      {known.length === 0 && <p className={style.none}>{words.none}</p>}
      {known.length > 0 && (
        <ul className={style.knows}>
          {known.map((each) => (
            <li key={each.member.personId}>
              <span>
                {words.says[each.courtesy]({ member: each.member.name })}
                {each.note && <span className={style.below}> {each.note}</span>}
              </span>
              {each.may.change && (
                <button
                  type="button"
                  className={style.edit}
                  aria-label={words.drop({ member: each.member.name })}
                  onClick={() => dropping.mutate(each.member.personId)}
                >
                  <CrossIcon size={16} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {dropping.error && <ErrorNote error={dropping.error} />}
      {own.data && (
        <SayIt
          organization={organization.id}
          partnership={partnership}
          person={person.id}
          colleagues={own.data.colleagues}
          known={known}
          onKept={(next) => {
            keep(next);
            onDone();
          }}
          onDone={onDone}
        />
      )}
    </OwnNotes>
  );
}

interface SayItProps {
  organization: string;
  partnership: string;
  person: string;
  colleagues: OwnPeople['colleagues'];
  known: Acquaintance[];
  onKept: (own: OwnPeople) => void;
  onDone: () => void;
}

function SayIt({ organization, partnership, person, colleagues, known, onKept, onDone }: SayItProps) {
  const { own: words } = useMessages().pairs;
  const me = usePerson().id;
  const [member, setMember] = useState(me);
  const before = known.find((each) => each.member.personId === member);
  const [typed, setTyped] = useState<{ courtesy?: Acquaintance['courtesy']; note?: string }>({});
  const courtesy = typed.courtesy ?? before?.courtesy ?? 'tell-first';
  const note = typed.note ?? before?.note ?? '';
  const saving = useMutation({
    mutationFn: () =>
      setAcquaintance({ organization, partnership, person, member }, { courtesy, note: note.trim() || null }),
    onSuccess: onKept,
  });
  return (
    <Form onSubmit={() => saving.mutate()}>
      {colleagues.length > 1 && (
        <SelectField
          label={words.who}
          value={member}
          data={colleagues.map((each) => ({ value: each.personId, label: each.name }))}
          onChange={(event) => {
            setMember(event.currentTarget.value);
            setTyped({});
          }}
        />
      )}
      <Choice
        legend={words.how}
        options={COURTESIES.map((key) => ({ key, label: words.courtesy[key] }))}
        value={courtesy}
        onChange={(next) => setTyped({ ...typed, courtesy: next })}
      />
      <TextArea
        optional
        label={words.note}
        placeholder={words.noteExample}
        rows={2}
        longest={LONGEST}
        value={note}
        onChange={(next) => setTyped({ ...typed, note: next })}
      />
      <SendRow label={words.save} sending={saving} onCancel={onDone} />
    </Form>
  );
}
