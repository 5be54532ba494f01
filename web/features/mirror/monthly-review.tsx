import { useQuery } from '@tanstack/react-query';
import { monthSaid } from '../../../messages/format.ts';
import type { ReviewNumbers } from '../../../messages/en/mirror.ts';
import type { Review, ReviewItem } from '../../../server/features/mirror/schema.ts';
import { useLocale } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Buttons, GoButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { BackLink } from '../partnerships/back-link.tsx';
import { reviewQuery } from './api.ts';
import { linkKey, linkPath } from './links.ts';
import style from './mirror.module.css';

/** A month of our own: three things done well, three to mend, each with where it happened. */
export function MonthlyReview({ organization, month }: { organization: OurOrganization; month: string }) {
  const { locale, messages } = useLocale();
  const words = messages.mirror.review;
  const found = useQuery(reviewQuery(organization.id, month));
  const title = found.data ? words.title({ month: monthSaid(found.data.month, locale) }) : words.open;
  return (
    <Page
      title={title}
      above={<BackLink href={paths.mirror(organization.slug)}>{words.back}</BackLink>}
      lead={words.lead}
    >
      {found.isPending && <Loading what={words.loading} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Told slug={organization.slug} review={found.data} />}
    </Page>
  );
}

function Told({ slug, review }: { slug: string; review: Review }) {
  const words = useLocale().messages.mirror.review;
  const { well, mend, earlier, later, empty } = review;
  return (
    <>
      {empty ? (
        <EmptyState title={words.empty} example={words.emptyHint} />
      ) : (
        <>
          <Section title={words.well}>
            <Items slug={slug} items={well} said={words.wellItems} none={words.wellNone} />
          </Section>
          <Section title={words.mend}>
            <Items slug={slug} items={mend} said={words.mendItems} none={words.mendNone} />
          </Section>
        </>
      )}
      <Buttons>
        {earlier && <GoButton href={paths.review(slug, earlier)}>{words.earlier}</GoButton>}
        {later && <GoButton href={paths.review(slug, later)}>{words.later}</GoButton>}
      </Buttons>
    </>
  );
}

function Items<K extends ReviewItem['kind']>({
  slug,
  items,
  said,
  none,
}: {
  slug: string;
  items: readonly (ReviewItem & { kind: K })[];
  said: Record<K, (p: ReviewNumbers) => string>;
  none: string;
}) {
  if (items.length === 0) return <p className={style.soft}>{none}</p>;
  return (
    <ol className={style.items}>
      {items.map((item) => (
        <li key={item.kind}>
          <p>{said[item.kind](item)}</p>
          {item.links.length > 0 && (
            <ul>
              {item.links.slice(0, 5).map((link) => (
                <li key={linkKey(link)}>
                  <Go href={linkPath(slug, link)}>{link.title}</Go>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
