import type { Risk } from '../../../server/features/pairs/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import style from './pairs.module.css';

/** Where much rests on one person, said calmly: whom to put beside them is the point, not how much they do. */
export function Risks({ risks, room }: { risks: Risk[]; room: PartnershipPage }) {
  const { risks: words } = useMessages().pairs;
  if (risks.length === 0) return null;
  return (
    <div className={style.risks}>
      {risks.map(({ side, kind, person: { name } }) => (
        <p key={side}>
          {side === room.mySide
            ? words.ours[kind]({ name })
            : words.theirs[kind]({ name, partner: room.sides.find((each) => each.side === side)?.name ?? '' })}
        </p>
      ))}
    </div>
  );
}
