import type { ReactNode } from 'react';
import type { Duty } from '../../../server/features/pairs/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import style from './pairs.module.css';

interface PersonRowProps {
  person: RoomPerson;
  ours: boolean;
  duties: Duty[];
  onEdit: () => void;
  /** More that can be done, behind one button. */
  more: MenuEntry[];
  /** What stands below, such as what our own organization knows. */
  children?: ReactNode;
}

/** One person: who they are, what they stand for and what they talk about. */
export function PersonRow({ person, ours, duties, onEdit, more, children }: PersonRowProps) {
  const { partners, pairs: words } = useMessages();
  const { people } = partners;
  const name = person.name ?? people.nameless;
  const work = person.function && words.functions[person.function];
  const below = [person.title, person.newcomerName, work].filter(Boolean).join(' · ');
  return (
    <li className={`${style.person} ${person.endedAt ? style.left : ''}`}>
      <Avatar name={name} side={ours ? 'ours' : 'theirs'} size={36} />
      <div className={style.words}>
        <span className={style.name}>{name}</span>
        {below && <span className={style.below}>{below}</span>}
        {person.email && (
          <a className={style.mail} href={`mailto:${person.email}`}>
            {person.email}
          </a>
        )}
        <span className={style.badges}>
          {person.endedAt && <Badge>{people.ended}</Badge>}
          {duties.map((duty) => (
            <Badge
              key={duty.duty}
              tone={ours ? 'ours' : 'theirs'}
              title={[words.dutyHint[duty.duty], duty.via === 'recorded' && words.recorded].filter(Boolean).join(', ')}
            >
              {words.duty[duty.duty]}
            </Badge>
          ))}
          {person.linked && <Badge title={people.linkHint}>{people.linked}</Badge>}
          {person.personId && !ours && <Badge>{people.signsIn}</Badge>}
        </span>
        {person.topics.length > 0 && (
          <ul className={style.topics} aria-label={words.topics}>
            {person.topics.map((topic) => (
              <li key={topic} className={style.topic}>
                {topic}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={style.actions}>
        {person.may.change && (
          <button type="button" className={style.edit} aria-label={people.change({ name })} onClick={onEdit}>
            {people.edit}
          </button>
        )}
        {more.length > 0 && (
          <Menu groups={[{ entries: more }]} position="bottom-end">
            <button type="button" className={style.edit} aria-label={words.menu({ name })}>
              {words.more}
            </button>
          </Menu>
        )}
      </div>
      {children}
    </li>
  );
}
