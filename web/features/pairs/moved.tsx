import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { partnerChoiceQuery, partnershipQuery, peopleQuery } from '../partnerships/api.ts';
import { forgetMove, noteMove, ownPeopleQuery } from './api.ts';
import style from './pairs.module.css';

interface MovedProps {
  organization: OurOrganization;
  room: PartnershipPage;
  person: RoomPerson;
  onDone: () => void;
}

/** Where somebody went who works for another partner of ours now: known to our own organization only. */
export function Moved({ organization, room, person, onDone }: MovedProps) {
  const { pairs, general } = useMessages();
  const { left: words, own: ownWords } = pairs;
  const queries = useQueryClient();
  const own = useQuery(ownPeopleQuery(organization.id, room.id));
  const choice = useQuery(partnerChoiceQuery(organization.id));
  const [partnership, setPartnership] = useState('');
  const [there, setThere] = useState('');
  const noted = own.data?.moves.find((each) => each.person === person.id && each.to)?.to;
  const partners = choice.data?.items.filter((each) => each.id !== room.id) ?? [];
  const refresh = () => queries.invalidateQueries({ queryKey: ['organizations', organization.id, 'rooms'] });
  const saving = useMutation({
    mutationFn: () => noteMove(organization.id, room.id, person.id, { partnership, ...(there && { person: there }) }),
    onSuccess: () => {
      toast(words.saved({ partner: partners.find((each) => each.id === partnership)?.partner.name ?? '' }));
      void refresh();
      onDone();
    },
  });
  const forgetting = useMutation({
    mutationFn: () => forgetMove(organization.id, room.id, person.id),
    onSuccess: refresh,
  });
  const error = saving.error ?? forgetting.error;
  return (
    <OwnNotes organization={organization.name} title={words.moved}>
      <p className={style.below}>{words.movedHint}</p>
      {noted ? (
        <Buttons>
          <Button busy={forgetting.isPending} onClick={() => forgetting.mutate()}>
            {noted.partner}: {ownWords.forget}
          </Button>
        </Buttons>
      ) : (
        <>
          <SelectField
            label={words.where}
            value={partnership}
            data={[
              { value: '', label: general.actions.choose },
              ...partners.map((each) => ({ value: each.id, label: each.partner.name })),
            ]}
            onChange={(event) => {
              setPartnership(event.currentTarget.value);
              setThere('');
            }}
          />
          {partnership !== '' && (
            <PersonThere organization={organization.id} partnership={partnership} value={there} onChange={setThere} />
          )}
          {partnership !== '' && (
            <Buttons>
              <Button busy={saving.isPending} onClick={() => saving.mutate()}>
                {words.save}
              </Button>
            </Buttons>
          )}
        </>
      )}
      {error && <ErrorNote error={error} />}
    </OwnNotes>
  );
}

interface PersonThereProps {
  organization: string;
  partnership: string;
  value: string;
  onChange: (person: string) => void;
}

/** Their entry at the new partner, if there is one already. */
function PersonThere({ organization, partnership, value, onChange }: PersonThereProps) {
  const { left: words } = useMessages().pairs;
  const room = useQuery(partnershipQuery(organization, partnership));
  const people = useQuery(peopleQuery(organization, partnership));
  const known =
    people.data?.filter((each) => each.side !== 'newcomer' && each.side !== room.data?.mySide && each.name) ?? [];
  return (
    <SelectField
      label={words.there}
      value={value}
      data={[
        { value: '', label: words.thereNew },
        ...known.map((each) => ({ value: each.id, label: each.name ?? '' })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
