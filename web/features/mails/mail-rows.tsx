import type { MailSummary } from '../../../server/features/mails/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Go } from '../../ui/go.tsx';
import { When } from '../../ui/when.tsx';
import shared from './mail-list.module.css';

/** Mails as a list: to whom, about what, and what became of each. */
export function MailRows({
  mails,
  open,
  hrefOf,
}: {
  mails: readonly MailSummary[];
  open?: string | undefined;
  hrefOf: (mail: MailSummary) => string;
}) {
  const { mails: words } = useMessages();
  return (
    <ul className={shared.list}>
      {mails.map((mail) => (
        <li key={mail.id} className={shared.item} data-item>
          <Go href={hrefOf(mail)} className={shared.link} aria-current={mail.id === open || undefined}>
            <span className={shared.subject}>{mail.subject ?? words.page.notYet}</span>
            <Badge {...(mail.state === 'failed' && { tone: 'strong' as const })}>{words.page.state[mail.state]}</Badge>
            <span className={shared.meta}>{mail.to.name ? `${mail.to.name} · ${mail.to.email}` : mail.to.email}</span>
            <span className={shared.meta}>
              <When at={mail.sentAt ?? mail.createdAt} />
            </span>
          </Go>
        </li>
      ))}
    </ul>
  );
}
