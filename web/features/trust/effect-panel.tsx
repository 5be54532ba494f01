import { useQuery } from '@tanstack/react-query';
import type { EffectShape } from '../../../server/features/trust/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { LockIcon, RoomIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import type { MemberPlace } from '../conversations/context.tsx';
import { effectQuery } from './api.ts';
import { useFigures } from './figures.ts';
import style from './trust.module.css';

interface Props {
  member: MemberPlace;
  partnership: string;
  conversation: string;
}

/** What this promise did to the confidence of whoever it was made to, or would do. Nothing before anything is promised. */
export function EffectPanel({ member, partnership, conversation }: Props) {
  const { trust } = useMessages();
  const found = useQuery(effectQuery(member.organization, partnership, conversation));
  if (found.isPending) return <Loading what={trust.loading} />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p className={style.soft}>{trust.effect.waiting}</p>;
  return (
    <div className={style.effect}>
      <Whose effect={found.data} />
      <Told effect={found.data} />
      <Go href={paths.confidence(member.slug, partnership)}>{trust.effect.see}</Go>
    </div>
  );
}

function Whose({ effect: { customer, performer, view } }: { effect: EffectShape }) {
  const { effect: words } = useMessages().trust;
  return (
    <p className={style.seen}>
      {view === 'ours' ? <LockIcon /> : <RoomIcon />}
      {view === 'ours'
        ? words.ours({ performer: performer.name })
        : words.between({ customer: customer.name, performer: performer.name })}
    </p>
  );
}

function Told({ effect }: { effect: EffectShape }) {
  const { effect: words } = useMessages().trust;
  const { percent } = useFigures();
  const { value, count, statedFrom, standing, counts, result, recorded, weight } = effect;
  const ended = result !== 'open' && counts === null;
  return (
    <ul className={style.told}>
      <li>
        {value !== null
          ? words.now({ value: percent(value) })
          : standing === 'too-long-ago'
            ? words.tooLongAgo
            : words.tooEarly({ count, from: statedFrom })}
      </li>
      <Did effect={effect} />
      <Would effect={effect} />
      {result === 'open' && counts === 'broken' && <li>{words.silent}</li>}
      {counts === 'lifted' && <li>{words.lifted}</li>}
      {ended && <li>{words.none}</li>}
      {recorded && counts !== 'lifted' && !ended && <li>{words.recorded}</li>}
      {counts !== null && counts !== 'lifted' && weight < (recorded ? 0.5 : 1) && <li>{words.smallStake}</li>}
    </ul>
  );
}

function Did({ effect: { did, value } }: { effect: EffectShape }) {
  const { effect: words } = useMessages().trust;
  const { points } = useFigures();
  if (did === null) return null;
  if (value === null) return <li>{did > 0 ? words.raisedSome : words.loweredSome}</li>;
  const by = points(Math.abs(did)).replace('+', '');
  return <li>{did > 0 ? words.raised({ by }) : words.lowered({ by })}</li>;
}

function Would({ effect: { would, value } }: { effect: EffectShape }) {
  const { effect: words } = useMessages().trust;
  const { points } = useFigures();
  if (!would) return null;
  if (value === null) return <li>{words.wouldBothSome}</li>;
  const by = (moved: number) => ({ by: points(Math.abs(moved)).replace('+', '') });
  return (
    <>
      <li>{words.wouldKept(by(would.kept))}</li>
      <li>{words.wouldBroken(by(would.broken))}</li>
    </>
  );
}
