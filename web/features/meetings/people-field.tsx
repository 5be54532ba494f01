import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { GoButton } from '../../ui/button.tsx';
import style from './meetings.module.css';

type Asked = Record<string, 'required' | 'optional'>;

interface PeopleFieldProps {
  slug: string;
  partnership: string;
  partner: string;
  own: string;
  ours: RoomPerson[];
  theirs: RoomPerson[];
  value: Asked;
  onChange: (value: Asked) => void;
}

/** Who of a room can be asked to come: by side, without who asks and who has left. */
export function askable(people: RoomPerson[] | undefined, mySide: 'a' | 'b' | null, me: string) {
  const there = (people ?? []).filter(
    (each) => each.endedAt === null && each.name !== null && each.side !== 'newcomer' && each.personId !== me,
  );
  return {
    ours: there.filter((each) => each.side === mySide),
    theirs: there.filter((each) => each.side !== mySide),
  };
}

/** People of both sides, each asked to come or left out; who need not come is marked. */
export function PeopleField(props: PeopleFieldProps) {
  const { slug, partnership, partner, own, ours, theirs, value, onChange } = props;
  const { form: words } = useMessages().meetings;
  return (
    <div className={style.stack}>
      <div>
        <strong>{words.people}</strong>
        <p className={style.soft}>{words.peopleHint}</p>
      </div>
      <Side legend={partner} people={theirs} value={value} onChange={onChange} />
      {theirs.length === 0 && (
        <>
          <p>{words.peopleNone({ partner })}</p>
          <GoButton href={paths.partnerPeople(slug, partnership)}>{words.addPeople}</GoButton>
        </>
      )}
      <Side legend={own} people={ours} value={value} onChange={onChange} />
    </div>
  );
}

interface SideProps {
  legend: string;
  people: RoomPerson[];
  value: Asked;
  onChange: (value: Asked) => void;
}

function Side({ legend, people, value, onChange }: SideProps) {
  const { form: words } = useMessages().meetings;
  if (people.length === 0) return null;
  const toggle = (id: string, how: 'required' | 'optional' | undefined) => {
    const { [id]: _, ...others } = value;
    onChange(how ? { ...others, [id]: how } : others);
  };
  return (
    <fieldset className={style.group}>
      <legend>{legend}</legend>
      {people.map(({ id, name, title, email, personId }) => (
        <div key={id} className={style.person}>
          <label className={style.check}>
            <input
              type="checkbox"
              checked={value[id] !== undefined}
              onChange={(event) => toggle(id, event.currentTarget.checked ? 'required' : undefined)}
            />
            <span>
              {name}
              {title && <span className={style.soft}> {title}</span>}
              {!email && !personId && <span className={style.soft}> ({words.unreachable})</span>}
            </span>
          </label>
          {value[id] && (
            <label className={style.check}>
              <input
                type="checkbox"
                aria-label={words.optionalLabel({ name: name ?? '' })}
                checked={value[id] === 'optional'}
                onChange={(event) => toggle(id, event.currentTarget.checked ? 'optional' : 'required')}
              />
              <span className={style.soft}>{words.optional}</span>
            </label>
          )}
        </div>
      ))}
    </fieldset>
  );
}
