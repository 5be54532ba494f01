import type { Invited } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Ground } from '../../ui/page.tsx';
import { linkify } from '../conversations/linkify.ts';
import { partnerName, type Seen } from './perspective.ts';
import { cityOf, useTimeSaid } from './said.ts';
import style from './meetings.module.css';

/** When, how and where. */
export function Facts({ seen }: { seen: Seen }) {
  const { meeting, time, names } = seen;
  const { meetings } = useMessages();
  const { page: words } = meetings;
  const said = useTimeSaid();
  const site = meeting.placeSide && names[meeting.placeSide];
  const place = [site, meeting.place].filter(Boolean).join(', ');
  const { repeat } = meeting;
  const when = time && said({ ...time, zone: meeting.zone });
  return (
    <dl className={style.facts}>
      {time && (
        <>
          <dt>{words.when}</dt>
          <dd>
            <strong>{when}</strong>
            {/* Where the hour there is another one, it is said already. */}
            {!when?.endsWith(')') && (
              <span className={style.soft}> {words.zoneNote({ zone: cityOf(meeting.zone) })}</span>
            )}
            {repeat && <div className={style.soft}>{words.repeat[repeat.unit](repeat)}</div>}
          </dd>
        </>
      )}
      <dt>{words.how}</dt>
      <dd>
        {meetings.ways[meeting.way]}
        {!time && `, ${meetings.minutesLong({ n: meeting.lasts })}`}
      </dd>
      {(place || !time?.held) && (
        <>
          <dt>{words.where}</dt>
          <dd>{place ? <Linked text={place} /> : <span className={style.soft}>{words.noPlace}</span>}</dd>
        </>
      )}
    </dl>
  );
}

/** Addresses of the web in a text become links. */
function Linked({ text }: { text: string }) {
  return linkify(text).map((part, index) =>
    part.href ? (
      // Parts of a text have no name but their place.
      // eslint-disable-next-line react/no-array-index-key
      <a key={index} href={part.href} rel="noopener noreferrer" target="_blank">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  );
}

interface PeopleListProps {
  seen: Seen;
  /** What else stands beside a person: a link for them, moving to their time. */
  beside?: (person: Invited) => React.ReactNode;
}

/** Who is asked, by side, and what they said. */
export function PeopleList({ seen, beside }: PeopleListProps) {
  const { names, mySide } = seen;
  const first = mySide ?? 'a';
  return ([first, first === 'a' ? 'b' : 'a'] as const).map((side) => (
    <div key={side} className={style.stack}>
      <h3>{names[side]}</h3>
      <ul className={style.people}>
        {seen.meeting.people
          .filter((each) => each.side === side)
          .map((person) => (
            <li key={person.id}>
              <PersonSaid seen={seen} person={person} />
              {beside?.(person)}
            </li>
          ))}
      </ul>
    </div>
  ));
}

function PersonSaid({ seen, person }: { seen: Seen; person: Invited }) {
  const { people: words, after } = useMessages().meetings;
  const said = useTimeSaid();
  const { answer } = person;
  if (seen.time?.held) {
    const came = seen.time.attendance.find((each) => each.person === person.id)?.attended;
    return (
      <span>
        {person.name ?? words.someone}{' '}
        <span className={style.soft}>{came === undefined ? after.unsaid : came ? after.came : after.missed}</span>
      </span>
    );
  }
  const only = seen.time?.answers.find((each) => each.person === person.id);
  const other = only ? only.counter : answer?.counter;
  const counter = other && said({ ...other, zone: seen.meeting.zone });
  const told = [
    person.organizer ? words.organizer : words.answers[only?.answer ?? answer?.answer ?? 'none'],
    (only ?? answer)?.outdated && words.outdated,
    !person.required && words.may,
    counter && words.counter({ time: counter }),
    answer && answer.via !== 'session' && words.via[answer.via],
  ];
  const polling = seen.meeting.state === 'poll' && !person.organizer;
  return (
    <>
      <span>
        {person.name ?? words.someone}{' '}
        {(!polling || answer) && <span className={style.soft}>{told.filter(Boolean).join(', ')}</span>}
        {polling && !answer && !person.required && <span className={style.soft}>{words.may}</span>}
      </span>
      {(only?.words || answer?.words) && <q className={style.soft}>{only?.words || answer?.words}</q>}
    </>
  );
}

/** What is to be talked about. */
export function Agenda({ seen }: { seen: Seen }) {
  const { page: words } = useMessages().meetings;
  if (!seen.meeting.agenda && seen.time?.held) return null;
  return (
    <Ground>
      <h2>{words.agenda}</h2>
      {seen.meeting.agenda ? (
        <p className={style.lines} dir="auto">
          {seen.meeting.agenda}
        </p>
      ) : (
        <p className={style.soft}>{words.noAgenda}</p>
      )}
      <p className={style.soft}>{words.shared({ partner: partnerName(seen) })}</p>
    </Ground>
  );
}
