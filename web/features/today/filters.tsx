import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Pick } from '../../ui/pick.tsx';
import { partnerChoiceQuery } from '../partnerships/api.ts';
import { colleaguesQuery } from './api.ts';
import style from './filters.module.css';
import { isFiltered, type TodaySearch } from './search.ts';

interface FiltersProps {
  organization: OurOrganization;
  search: TodaySearch;
  onChange: (change: Partial<Record<'person' | 'partnership' | 'role', string | undefined>>) => void;
}

/** Whose, with whom, and what kind: three choices, kept in the address. */
export function Filters({ organization, search, onChange }: FiltersProps) {
  const { filters: words } = useMessages().today;
  const me = usePerson();
  const partners = useQuery(partnerChoiceQuery(organization.id)).data?.items ?? [];
  const colleagues =
    useQuery(colleaguesQuery(organization.id)).data?.filter(
      (each) => each.personId !== me.id && each.endedAt === null,
    ) ?? [];
  return (
    <div className={style.filters} role="group" aria-label={words.label}>
      <Pick
        label={words.person}
        value={search.person ?? ''}
        onPick={(person) => onChange({ person })}
        options={[
          ['', words.me],
          ['everyone', words.everyone],
          ...colleagues.map((each): [string, string] => [each.personId, each.name]),
        ]}
      />
      <Pick
        label={words.partner}
        value={search.partnership ?? ''}
        onPick={(partnership) => onChange({ partnership })}
        options={[['', words.anyPartner], ...partners.map((each): [string, string] => [each.id, each.partner.name])]}
      />
      <Pick
        label={words.role}
        value={search.role ?? ''}
        onPick={(role) => onChange({ role })}
        options={[
          ['', words.anyRole],
          ['customer', words.customer],
          ['performer', words.performer],
        ]}
      />
      {isFiltered(search) && (
        <Button kind="quiet" onClick={() => onChange({ person: undefined, partnership: undefined, role: undefined })}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
