import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ByMail } from '../../../server/features/mailed-words/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { LockIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { mailInQuery } from './api.ts';
import shared from '../mails/mail-list.module.css';
import style from './mail-in.module.css';

/** Says that words came by mail. */
export function ByMailBadge() {
  const { byMail: words } = useMessages().mailIn;
  return <Badge title={words.hint}>{words.mark}</Badge>;
}

/** The reader's own organization, whose mails they may read. */
export interface MailPlace {
  organization: string;
  slug: string;
  name: string;
}

/** What the mail repeats, and its signature: fetched when somebody opens it, who may see the mails of their organization. */
function Rest({ mail, place }: { mail: string; place: MailPlace }) {
  const { byMail: words } = useMessages().mailIn;
  const [open, setOpen] = useState(false);
  const found = useQuery({ ...mailInQuery(place.organization, mail), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={style.summary}>{words.rest}</summary>
      {open && found.isPending && <Loading />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className={`${style.folded} ${style.ownGround}`}>
          <p className={shared.meta}>
            <LockIcon /> {words.restSeenBy({ organization: place.name })}
          </p>
          <p className={style.text}>{found.data.folded}</p>
        </div>
      )}
    </details>
  );
}

/** What else a mail holds than its new words, and the way to the mail as it came. Only for those who may see it. */
export function RestOfMail({ byMail, place }: { byMail: ByMail; place: MailPlace | undefined }) {
  const { byMail: words } = useMessages().mailIn;
  if (!byMail.mail || !place) return null;
  return (
    <div className={style.rest}>
      {byMail.more && <Rest mail={byMail.mail} place={place} />}
      <Go href={`${paths.mailIn(place.slug)}?mail=${byMail.mail}`} className={style.whole}>
        {words.whole}
      </Go>
    </div>
  );
}
