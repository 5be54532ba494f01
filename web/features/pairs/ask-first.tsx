import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { ownPeopleQuery } from './api.ts';
import style from './pairs.module.css';

interface AskFirstProps {
  organization: string;
  partnership: string;
  person: string;
}

/** Whom of us to ask, or to tell, before somebody is written to. Nothing where everybody feels free. */
export function AskFirst({ organization, partnership, person }: AskFirstProps) {
  const { own: words } = useMessages().pairs;
  const own = useQuery(ownPeopleQuery(organization, partnership)).data;
  const known = own?.acquaintances.filter((each) => each.person === person && each.courtesy !== 'feel-free') ?? [];
  if (known.length === 0) return null;
  return (
    <div className={style.own}>
      {known.map(({ member, courtesy }) => (
        <p key={member.personId}>
          <LockIcon size={13} /> {words.says[courtesy]({ member: member.name })}
        </p>
      ))}
    </div>
  );
}
