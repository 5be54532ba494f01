import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import style from './room-nav.module.css';

const PLACES = {
  overview: paths.partnership,
  listening: paths.listening,
  meetings: paths.roomMeetings,
  needs: paths.roomNeeds,
  people: paths.partnerPeople,
  brief: paths.brief,
  correspondence: paths.correspondence,
} as const;
export type RoomPlace = keyof typeof PLACES;

/** The pages of one partnership, under its title. */
export function RoomNav({ slug, partnership, current }: { slug: string; partnership: string; current: RoomPlace }) {
  const { places } = useMessages().partners;
  return (
    <nav className={style.nav} aria-label={places.label}>
      {(Object.keys(PLACES) as RoomPlace[]).map((place) => (
        <Go
          key={place}
          href={PLACES[place](slug, partnership)}
          className={style.place}
          aria-current={place === current ? 'page' : undefined}
        >
          {places[place]}
        </Go>
      ))}
    </nav>
  );
}
