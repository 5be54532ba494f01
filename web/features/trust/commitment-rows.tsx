import type { CommitmentItem } from '../../../server/features/trust/schema.ts';
import { useLocale } from '../../locale.tsx';
import { numberSaid } from '../../../messages/format.ts';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { When } from '../../ui/when.tsx';
import style from './trust.module.css';

/** Commitments as they count, each opening into the conversation whose acts made it. */
export function CommitmentRows({
  slug,
  items,
  between,
}: {
  slug: string;
  items: readonly CommitmentItem[];
  between?: boolean;
}) {
  const { locale, messages } = useLocale();
  const words = messages.trust.commitment;
  return (
    <ul className={style.rows}>
      {items.map((item) => (
        <li key={item.conversationId} data-counts={item.counts ?? undefined}>
          <Sign counts={item.counts} />
          <span className={style.words}>
            <Go href={paths.conversation(slug, item.partnershipId, item.conversationId)}>{item.title}</Go>
            <span className={style.soft}>
              {item.counts === 'lifted'
                ? words.lifted
                : item.result === 'open'
                  ? words.open
                  : words.results[item.result]}
              {between && ` · ${words.between({ customer: item.customer.name, performer: item.performer.name })}`}
              {item.recorded && ` · ${words.recorded}`}
            </span>
          </span>
          <span className={style.when}>
            <When at={item.at} />
            {item.worth > 0 && <span>{words.weight({ worth: numberSaid(item.worth, locale) })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The same shapes as the points of the line: a full one kept, an open one broken, a seam made good. */
function Sign({ counts }: { counts: CommitmentItem['counts'] }) {
  return (
    <svg
      className={style.sign}
      width={14}
      height={14}
      viewBox="0 0 14 14"
      aria-hidden="true"
      data-counts={counts ?? ''}
    >
      {counts === 'kept' ? <circle cx={7} cy={7} r={4.5} /> : <path d="M7 2L12 7L7 12L2 7Z" />}
    </svg>
  );
}
