import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Go } from '../../ui/go.tsx';
import { When } from '../../ui/when.tsx';
import { waitingQuery } from './api.ts';
import style from './stages.module.css';

/** On Today: steps that partners proposed and that wait for our answer. Nothing where none does. */
export function WaitingSteps({ organization }: { organization: OurOrganization }) {
  const { stages } = useMessages();
  const items = useQuery(waitingQuery(organization.id)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <ul className={style.waiting} aria-label={stages.waiting.title}>
      {items.map((item) => (
        <li key={item.id} data-item>
          <Go href={paths.partnership(organization.slug, item.partnershipId)} data-act>
            {stages.waiting.said({ partner: item.partner, stage: stages.stages[item.to].name })}
          </Go>{' '}
          <span className={style.soft}>
            <When at={item.proposedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
