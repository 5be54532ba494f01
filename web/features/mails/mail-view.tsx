import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { momentSaid } from '../../../messages/format.ts';
import type { MailWithBody } from '../../../server/features/mails/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { toast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { retryMail } from './api.ts';
import shared from './mail-list.module.css';
import style from './mails.module.css';

/** Links of a mail open beside this page, as they would from a mail program. */
function withTargets(html: string): string {
  return html.replaceAll('<a ', '<a target="_blank" rel="noopener noreferrer" ');
}

/** Why a mail has not gone out, and the button that sends it again. */
function Trouble({ mail, organization }: { mail: MailWithBody; organization: string }) {
  const { mails: words } = useMessages();
  const reader = useReaderNow();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => retryMail(organization, mail.id),
    onSuccess: () => {
      toast(words.page.retried);
      return queries.invalidateQueries({ queryKey: ['organizations', organization, 'mails'] });
    },
  });
  if (!mail.lastError && !mail.canRetry) return null;
  const tried = words.page.attempts({ count: mail.attempts });
  const next = mail.nextTryAt ? words.page.nextTry({ when: momentSaid(mail.nextTryAt, reader) }) : undefined;
  return (
    <div className={style.trouble}>
      {mail.lastError && <p>{mail.lastError}</p>}
      <p className={shared.meta}>{[tried, next].filter(Boolean).join(', ')}</p>
      {mail.canRetry && (
        <Button kind="act" busy={retry.isPending} onClick={() => retry.mutate()}>
          {words.page.retry}
        </Button>
      )}
      {retry.error && <ErrorNote error={retry.error} />}
    </div>
  );
}

/** One mail as its reader gets it. The HTML stands in a frame of its own that may run nothing and reach nothing here. */
export function MailView({ mail, organization }: { mail: MailWithBody; organization?: string }) {
  const { mails: words } = useMessages();
  const [form, setForm] = useState<'html' | 'text'>('html');
  return (
    <article className={shared.mail} aria-labelledby={`mail-${mail.id}`}>
      <header>
        <h2 id={`mail-${mail.id}`}>{mail.subject ?? words.page.notYet}</h2>
        <dl className={shared.facts}>
          <dt>{words.page.to}</dt>
          <dd>{mail.to.name ? `${mail.to.name} <${mail.to.email}>` : mail.to.email}</dd>
          <dt>{words.page.when}</dt>
          <dd>
            <When at={mail.sentAt ?? mail.createdAt} /> <Badge>{words.page.state[mail.state]}</Badge>
          </dd>
        </dl>
      </header>
      {organization && <Trouble mail={mail} organization={organization} />}
      {mail.html && mail.text && (
        <>
          <Choice
            legend={words.page.preview({ subject: mail.subject ?? '' })}
            legendHidden
            options={[
              { key: 'html', label: words.page.html },
              { key: 'text', label: words.page.text },
            ]}
            value={form}
            onChange={setForm}
          />
          {form === 'html' ? (
            <iframe
              className={style.frame}
              title={words.page.preview({ subject: mail.subject ?? '' })}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              srcDoc={withTargets(mail.html)}
            />
          ) : (
            <pre className={style.plain}>{mail.text}</pre>
          )}
        </>
      )}
    </article>
  );
}
