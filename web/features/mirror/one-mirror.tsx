import type { ReactNode } from 'react';
import { percentSaid, spanSaid } from '../../../messages/format.ts';
import type { Link, Mirror } from '../../../server/features/mirror/schema.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { Go } from '../../ui/go.tsx';
import { Measure, Measures } from '../../ui/measure.tsx';
import { linkKey, linkPath } from './links.ts';
import style from './mirror.module.css';

interface Props {
  slug: string;
  mirror: Mirror;
  cadenceDays: number;
  /** h2 on a page of its own, h3 where two stand side by side. */
  heading: 'h2' | 'h3';
}

function useWords() {
  const { locale, messages } = useLocale();
  const words = messages.mirror;
  return {
    words,
    causes: messages.conversation.causes,
    percent: (share: number) => percentSaid(share, locale),
    span: (hours: number) => spanSaid(hours, locale),
    interval: (share: { low: number; high: number }) =>
      words.interval({ low: percentSaid(share.low, locale), high: percentSaid(share.high, locale) }),
    trend: (way: Mirror['trends']['answers']) => (way ? { way, text: words.trend[way] } : undefined),
  };
}

/** One side in the mirror: how it answers, stays in touch, keeps promises, and what kind of customer it is. */
export function OneMirror(props: Props) {
  return (
    <>
      <Promises {...props} />
      <Answers {...props} />
      <Rhythm {...props} />
      <Showing {...props} />
      <Customer {...props} />
    </>
  );
}

function Part({
  heading: Heading,
  title,
  children,
}: {
  heading: Props['heading'];
  title: string;
  children: ReactNode;
}) {
  return (
    <section className={style.part}>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}

function Nothing({ text, ...part }: Pick<Parameters<typeof Part>[0], 'heading' | 'title'> & { text: string }) {
  return (
    <Part {...part}>
      <p className={style.soft}>{text}</p>
    </Part>
  );
}

/** Where a count comes from: the conversations or the meetings, folded away. */
function Where({ slug, links }: { slug: string; links: readonly Link[] }) {
  const { mirror } = useMessages();
  if (links.length === 0) return null;
  return (
    <details className={style.where}>
      <summary>{mirror.where}</summary>
      <ul>
        {links.map((link) => (
          <li key={linkKey(link)}>
            <Go href={linkPath(slug, link)}>{link.title}</Go>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Promises({ slug, mirror: { now, trends }, heading }: Props) {
  const { words, causes, percent, interval, trend } = useWords();
  const { promises } = now;
  const named = words.promises;
  const parts = (['broken', 'silent', 'late', 'lateWithNotice'] as const)
    .filter((part) => promises[part] > 0)
    .map((part) => named.parts[part]({ n: promises[part] }));
  const spoken = [
    promises.warned > 0 && named.warned({ n: promises.warned }),
    promises.amendedBefore > 0 && named.amendedBefore({ n: promises.amendedBefore }),
    promises.amendedAfter > 0 && named.amendedAfter({ n: promises.amendedAfter }),
  ].filter((one) => one !== false);
  if (promises.due === 0 && spoken.length === 0) {
    return <Nothing heading={heading} title={named.title} text={named.none} />;
  }
  return (
    <Part heading={heading} title={named.title}>
      <Measures label={named.title}>
        <Measure
          name={named.kept}
          figure={promises.share ? percent(promises.share.value) : words.few}
          n={named.of(promises)}
          interval={promises.share && interval(promises.share)}
          trend={trend(trends.promises)}
        >
          <Where slug={slug} links={promises.keptIn} />
        </Measure>
        {parts.length > 0 && (
          <Measure name={named.notKept} figure={String(promises.due - promises.kept)} n={parts.join(' · ')}>
            <Where slug={slug} links={promises.missedIn} />
          </Measure>
        )}
        {spoken.length > 0 && <Measure name={named.spoken} figure={spoken.join(' · ')} />}
        {promises.due > promises.kept && (
          <Measure
            name={named.causes}
            figure={
              promises.causes.length > 0
                ? promises.causes.map(({ cause, count }) => named.cause({ cause: causes[cause], n: count })).join(' · ')
                : named.causesNone
            }
          />
        )}
      </Measures>
    </Part>
  );
}

function Answers({ slug, mirror: { now, trends }, heading }: Props) {
  const { words, span, trend } = useWords();
  const { answers } = now;
  const named = words.answers;
  return (
    <Part heading={heading} title={named.title}>
      <Measures label={named.title}>
        <Measure
          name={named.median}
          figure={answers.medianHours === null ? words.few : span(answers.medianHours)}
          n={named.asked(answers)}
          interval={answers.p90Hours === null ? undefined : named.p90({ span: span(answers.p90Hours) })}
          trend={trend(trends.answers)}
        />
        <Measure
          name={named.unanswered}
          figure={String(answers.unanswered)}
          n={named.unansweredOf({ n: answers.unanswered, asked: answers.asked })}
        >
          <Where slug={slug} links={answers.unansweredIn} />
        </Measure>
      </Measures>
    </Part>
  );
}

function Rhythm({ mirror: { now, trends }, cadenceDays, heading }: Props) {
  const { words, percent, trend } = useWords();
  const { rhythm } = now;
  const named = words.rhythm;
  return (
    <Part heading={heading} title={named.title}>
      <Measures label={named.title}>
        <Measure
          name={named.share}
          figure={rhythm.share === null ? words.few : percent(rhythm.share)}
          interval={named.hint({ days: cadenceDays })}
          n={rhythm.longestDays === null ? undefined : named.longest({ days: rhythm.longestDays })}
          trend={trend(trends.rhythm)}
        />
      </Measures>
    </Part>
  );
}

function Showing({ slug, mirror: { now, trends }, heading }: Props) {
  const { words, percent, interval, trend } = useWords();
  const { showing } = now;
  const named = words.showing;
  if (showing.meetings + showing.calledOff === 0) {
    return <Nothing heading={heading} title={named.title} text={named.none} />;
  }
  return (
    <Part heading={heading} title={named.title}>
      <Measures label={named.title}>
        <Measure
          name={named.came}
          figure={showing.share ? percent(showing.share.value) : words.few}
          n={named.of(showing)}
          interval={showing.share && interval(showing.share)}
          trend={trend(trends.showing)}
        >
          <Where slug={slug} links={showing.missedIn} />
        </Measure>
        {showing.calledOff > 0 && (
          <Measure
            name={named.calledOff}
            figure={named.calledOffLate({ n: showing.calledOff, late: showing.calledOffLate })}
          />
        )}
      </Measures>
    </Part>
  );
}

function Customer({ slug, mirror: { now, trends }, heading }: Props) {
  const { words, percent, span, interval, trend } = useWords();
  const { customer } = now;
  const named = words.customer;
  if (customer.reviews + customer.cancelled + customer.antecedents + customer.letOff === 0) {
    return <Nothing heading={heading} title={named.title} text={named.none} />;
  }
  return (
    <Part heading={heading} title={named.title}>
      <Measures label={named.title}>
        <Measure
          name={named.prompt}
          figure={customer.share ? percent(customer.share.value) : words.few}
          n={named.of(customer)}
          interval={
            customer.medianHours !== null
              ? named.median({ span: span(customer.medianHours) })
              : customer.share && interval(customer.share)
          }
          trend={trend(trends.customer)}
        >
          <Where slug={slug} links={customer.slowIn} />
        </Measure>
        {customer.cancelled > 0 && (
          <Measure
            name={named.cancelled}
            figure={named.cancelledLate({ n: customer.cancelled, late: customer.cancelledLate })}
          />
        )}
        {customer.antecedents > 0 && (
          <Measure
            name={named.antecedents}
            figure={named.antecedentsOf({ met: customer.antecedentsMet, all: customer.antecedents })}
          />
        )}
      </Measures>
      {customer.letOff > 0 && <p className={style.soft}>{named.letOff({ n: customer.letOff })}</p>}
    </Part>
  );
}
