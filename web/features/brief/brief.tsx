import { useQuery } from '@tanstack/react-query';
import { listSaid } from '../../../messages/format.ts';
import type { Brief } from '../../../server/features/brief/schema.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes, Page } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { BackLink } from '../partnerships/back-link.tsx';
import { RoomNav } from '../partnerships/room-nav.tsx';
import { useFigures } from '../trust/figures.ts';
import { briefPdfUrl, briefQuery } from './api.ts';
import { BriefFit } from './brief-fit.tsx';
import { BriefNeeds } from './brief-needs.tsx';
import style from './brief.module.css';

/** One page for a leader before a meeting: what each of the other pages says, in short, and the way there. */
export function BriefView({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { brief, partners } = useMessages();
  const { locale, zone } = useLocale();
  const found = useQuery(briefQuery(organization.id, partnership, locale));
  const title = found.data ? brief.title({ partner: found.data.partner.name }) : brief.place;
  return (
    <Page
      title={title}
      lead={brief.lead}
      above={<BackLink href={paths.partners(organization.slug)}>{partners.page.back}</BackLink>}
      actions={
        // The browser shows or saves the file; the page stays.
        <a
          className={style.pdf}
          href={briefPdfUrl(organization.id, partnership, locale, zone)}
          target="_blank"
          rel="noreferrer"
        >
          {brief.pdf}
        </a>
      }
      width="broad"
    >
      <RoomNav slug={organization.slug} partnership={partnership} current="brief" />
      {found.isPending && <Loading what={brief.place} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Known organization={organization} partnership={partnership} brief={found.data} />}
    </Page>
  );
}

interface KnownProps {
  organization: OurOrganization;
  partnership: string;
  brief: Brief;
}

function Known({ organization, partnership, brief }: KnownProps) {
  return (
    <OwnNotes organization={organization.name} title={brief.partner.name}>
      <div className={style.sections}>
        <Standing organization={organization} partnership={partnership} brief={brief} />
        <People slug={organization.slug} partnership={partnership} brief={brief} />
        <BriefNeeds slug={organization.slug} partnership={partnership} brief={brief} />
        <BriefFit slug={organization.slug} partnership={partnership} brief={brief} />
        <Promises slug={organization.slug} partnership={partnership} brief={brief} />
      </div>
    </OwnNotes>
  );
}

function Standing({ organization, partnership, brief: known }: KnownProps) {
  const { brief, stages } = useMessages();
  const { said } = useFigures();
  const { last, next, lastReadback, confidence, partner, stage } = known;
  return (
    <section>
      <h3>
        {stages.title}: {stages.stages[stage].name}
      </h3>
      <p>{stages.stages[stage].said}</p>
      <dl className={style.facts}>
        <dt>{brief.last}</dt>
        <dd>{last ? <When at={last} /> : brief.never}</dd>
        <dt>{brief.next}</dt>
        <dd>
          {next ? (
            <>
              <Go href={paths.conversation(organization.slug, partnership, next.conversationId)}>{next.title}</Go>,{' '}
              <When at={next.at} />
            </>
          ) : (
            brief.nothingNext
          )}
        </dd>
        {confidence.map((each) => (
          <div key={each.direction} className={style.fact}>
            <dt>
              <Go href={paths.confidence(organization.slug, partnership)}>
                {each.direction === 'in-them'
                  ? brief.inThem({ partner: partner.name })
                  : brief.inUs({ partner: partner.name })}
              </Go>
            </dt>
            <dd>{said(each.confidence)}</dd>
          </div>
        ))}
      </dl>
      {lastReadback && (
        <p className={style.hint}>
          {lastReadback.answeredAt ? (
            <>
              {brief.readback.confirmed} <When at={lastReadback.answeredAt} />
            </>
          ) : (
            <>
              {brief.readback.waiting} <When at={lastReadback.sentAt} />
            </>
          )}
        </p>
      )}
    </section>
  );
}

interface PartProps {
  slug: string;
  partnership: string;
  brief: Brief;
}

function People({ slug, partnership, brief: known }: PartProps) {
  const { brief, pairs } = useMessages();
  const { locale } = useLocale();
  const of = (side: 'ours' | 'theirs', head: string) => {
    const people = known.people.filter((one) => one.side === side);
    return (
      <div>
        <h4>{head}</h4>
        {people.length === 0 && <p className={style.hint}>{brief.none}</p>}
        <ul className={style.list}>
          {people.map((one) => (
            <li key={`${one.name} ${one.title}`}>
              {[
                one.name,
                one.title,
                listSaid(
                  one.duties.map((duty) => pairs.duty[duty]),
                  locale,
                ),
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      </div>
    );
  };
  return (
    <section>
      <h3>
        <Go href={paths.partnerPeople(slug, partnership)}>{brief.people}</Go>
      </h3>
      <div className={style.two}>
        {of('theirs', known.partner.name)}
        {of('ours', known.organization)}
      </div>
      {known.pairs.length > 0 && (
        <>
          <h4>{pairs.pairs.title}</h4>
          <ul className={style.list}>
            {known.pairs.map(({ ours, theirs, topic }) => (
              <li key={`${ours} ${theirs}`}>
                {pairs.pairs.and({ one: theirs, other: ours })}
                {topic && ` · ${topic}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Open promises both ways, the most urgent first. */
function Promises({ slug, partnership, brief: known }: PartProps) {
  const { brief } = useMessages();
  const of = (role: 'performer' | 'customer', head: string) => {
    const open = known.open.filter((one) => one.role === role);
    return (
      <div>
        <h4>{head}</h4>
        {open.length === 0 && <p className={style.hint}>{brief.nothingOpen}</p>}
        <ul className={style.list}>
          {open.map((one) => (
            <li key={one.id}>
              <Go href={paths.conversation(slug, partnership, one.id)}>{one.title}</Go>
              {one.dueAt && (
                <span className={style.hint}>
                  {' '}
                  · <When at={one.dueAt} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  };
  return (
    <section>
      <h3>{brief.open}</h3>
      <div className={style.two}>
        {of('performer', brief.weDeliver)}
        {of('customer', brief.theyDeliver({ partner: known.partner.name }))}
      </div>
    </section>
  );
}
