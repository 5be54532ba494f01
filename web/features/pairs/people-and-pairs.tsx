import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { partnershipQuery, peopleQuery } from '../partnerships/api.ts';
import { BackLink } from '../partnerships/back-link.tsx';
import { RoomNav } from '../partnerships/room-nav.tsx';
import { pairsQuery } from './api.ts';
import { PairList } from './pair-list.tsx';
import style from './pairs.module.css';
import { Risks } from './risks.tsx';
import { SamePeople } from './same-people.tsx';
import { SidesOfPeople } from './side-people.tsx';
import { Suggestions } from './suggestions.tsx';

interface PeopleAndPairsProps {
  organization: OurOrganization;
  partnership: string;
}

/** Who is who on both sides of a partnership, who stands for what, and who works with whom. */
export function PeopleAndPairs({ organization, partnership }: PeopleAndPairsProps) {
  const { pairs: words } = useMessages();
  const room = useQuery(partnershipQuery(organization.id, partnership));
  const people = useQuery(peopleQuery(organization.id, partnership));
  const pairs = useQuery(pairsQuery(organization.id, partnership));
  const error = room.error ?? people.error ?? pairs.error;
  const again = () => void Promise.all([room.refetch(), people.refetch(), pairs.refetch()]);
  const partner = room.data?.partner.name ?? '';
  const waiting = pairs.data?.pairs.filter((pair) => pair.may.answer === 'own').length ?? 0;
  const known = { organization, people: people.data ?? [], room: room.data, pairs: pairs.data };
  return (
    <Page
      title={words.title}
      above={<BackLink href={paths.partnership(organization.slug, partnership)}>{partner}</BackLink>}
      lead={partner && words.lead({ partner })}
      width="broad"
    >
      <RoomNav slug={organization.slug} partnership={partnership} current="people" />
      {error && <ErrorNote error={error} onRetry={again} />}
      {!error && !(room.data && people.data && pairs.data) && <Loading what={words.what} />}
      {known.room && people.data && known.pairs && (
        <div className={style.columns}>
          <div className={style.main}>
            {waiting > 0 && (
              <a href="#pairs" className={style.waiting}>
                {words.waiting({ n: waiting })}
              </a>
            )}
            <Risks risks={known.pairs.risks} room={known.room} />
            <SamePeople organization={organization.id} partnership={partnership} people={known.people} />
            <SidesOfPeople organization={organization} room={known.room} people={known.people} pairs={known.pairs} />
          </div>
          <div className={style.aside}>
            <PairList organization={organization} room={known.room} people={known.people} page={known.pairs} />
            {known.pairs.may.propose && (
              <Suggestions organization={organization.id} room={known.room} people={known.people} />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
