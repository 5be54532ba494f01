import { useQuery } from '@tanstack/react-query';
import { fullDay } from '../../../messages/format.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { GoButton } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { readbacksQuery } from './api.ts';
import { Standing } from './readback-panel.tsx';
import style from './readbacks.module.css';

/** What each side read back to the other, the newest first. */
export function Readbacks({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { readbacks } = useMessages();
  const { locale } = useLocale();
  const found = useQuery(readbacksQuery(organization.id, partnership));
  const items = found.data?.items ?? [];
  return (
    <Section
      title={readbacks.list.title}
      note={readbacks.list.note}
      actions={<GoButton href={paths.newReadback(organization.slug, partnership)}>{readbacks.list.write}</GoButton>}
    >
      {found.isPending && <Loading what={readbacks.list.title} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && items.length === 0 && <p className={style.hint}>{readbacks.list.none}</p>}
      {items.length > 0 && (
        <ul className={style.list}>
          {items.map((readback) => (
            <li key={readback.id} className={style.row} data-item>
              <Go href={paths.conversation(organization.slug, partnership, readback.conversationId)} data-act>
                {(readback.mine ? readbacks.list.mine : readbacks.list.theirs)({
                  listener: readback.listener,
                  day: fullDay(readback.heldOn, locale),
                })}
              </Go>
              <span className={style.hint}>
                {readbacks.list.points({ n: readback.points.filter((point) => !point.added).length })}
              </span>
              <Standing readback={readback} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
