import type { MailInSummary } from '../../../server/features/mail-in/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Go } from '../../ui/go.tsx';
import { When } from '../../ui/when.tsx';
import shared from '../mails/mail-list.module.css';
import style from './mail-in.module.css';

/** Who a mail came from, by name and address as far as it says. */
export function useSender(): (mail: Pick<MailInSummary, 'from'>) => string {
  const { mailIn: words } = useMessages();
  return ({ from }) => (from.name ? `${from.name} · ${from.email ?? words.unnamed}` : (from.email ?? words.unnamed));
}

/** Mails that arrived, as a list: from whom, about what, and what became of each. */
export function MailInRows({
  mails,
  open,
  hrefOf,
  showsDirection = false,
}: {
  mails: readonly MailInSummary[];
  open?: string | undefined;
  hrefOf: (mail: MailInSummary) => string;
  /** Of correspondence: which way a mail went, instead of what became of it. */
  showsDirection?: boolean;
}) {
  const { mailIn: words } = useMessages();
  const sender = useSender();
  return (
    <ul className={shared.list}>
      {mails.map((mail) => (
        <li key={mail.id} className={shared.item} data-item>
          <Go href={hrefOf(mail)} className={shared.link} aria-current={mail.id === open || undefined}>
            <span className={shared.subject}>{mail.subject || words.noSubject}</span>
            <span className={style.mark}>
              {showsDirection ? (
                <Badge tone={mail.direction === 'out' ? 'ours' : 'theirs'}>
                  {words.correspondence.direction[mail.direction ?? 'in']}
                </Badge>
              ) : (
                <Badge {...(mail.state === 'held' && { tone: 'strong' as const })}>{words.state[mail.state]}</Badge>
              )}
            </span>
            <span className={shared.meta}>{sender(mail)}</span>
            <span className={`${shared.meta} ${style.when}`}>
              <When at={mail.writtenAt ?? mail.receivedAt} />
            </span>
            {mail.excerpt && <span className={style.excerpt}>{mail.excerpt}</span>}
          </Go>
        </li>
      ))}
    </ul>
  );
}
