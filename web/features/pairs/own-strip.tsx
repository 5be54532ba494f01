import { momentSaid } from '../../../messages/format.ts';
import type { Acquaintance, Move } from '../../../server/features/pairs/schema-own.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Go } from '../../ui/go.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import style from './pairs.module.css';

interface OwnStripProps {
  organization: OurOrganization;
  acquaintances: Acquaintance[];
  moves: Move[];
}

/** What our own organization knows of somebody, on its own ground: whom to ask before writing, where they came from or went. */
export function OwnStrip({ organization, acquaintances, moves }: OwnStripProps) {
  const { own: words } = useMessages().pairs;
  const reader = useReaderNow();
  if (acquaintances.length === 0 && moves.length === 0) return null;
  const there = (partnership: string, text: string) => (
    <Go href={paths.partnerPeople(organization.slug, partnership)}>{text}</Go>
  );
  return (
    <div className={style.own}>
      <span className={style.seen}>
        <LockIcon size={13} />
        {words.seenBy({ organization: organization.name })}
      </span>
      {moves.map(({ to, from }) => (
        <p key={to?.partnershipId ?? from?.partnershipId}>
          {to && there(to.partnershipId, words.now({ partner: to.partner, when: momentSaid(to.at, reader) }))}
          {from &&
            there(from.partnershipId, words.before({ partner: from.partner, when: momentSaid(from.at, reader) }))}
        </p>
      ))}
      {acquaintances.map(({ member, courtesy, note }) => (
        <p key={member.personId}>
          {courtesy === 'ask-first' ? (
            <strong>{words.says[courtesy]({ member: member.name })}</strong>
          ) : (
            words.says[courtesy]({ member: member.name })
          )}
          {note && <span className={style.below}> {note}</span>}
        </p>
      ))}
    </div>
  );
}
