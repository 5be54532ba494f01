import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { momentSaid, numberSaid } from '../../../messages/format.ts';
import type { MailHealth } from '../../../server/features/mail-in/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { mailHealthQuery, tryMail } from './api.ts';
import shared from '../mails/mail-list.module.css';
import style from './mail-in.module.css';

function Fact({ name, children, figure = false, wide = false }: FactProps) {
  return (
    <div className={wide ? style.wide : undefined}>
      <dt>{name}</dt>
      <dd className={figure ? style.figure : undefined}>{children}</dd>
    </div>
  );
}

interface FactProps {
  name: string;
  children: ReactNode;
  figure?: boolean;
  wide?: boolean;
}

/** Times of the mails that really came and went: the proof that mail works. */
function Proof({ health }: { health: MailHealth }) {
  const { health: words } = useMessages().mailIn;
  const reader = useReaderNow();
  const { in: coming, out } = health;
  return (
    <dl className={style.health}>
      <Fact name={words.lastIn} figure>
        {coming.seenAt ? <When at={coming.seenAt} /> : words.never}
        {coming.ownAt && coming.ownAt !== coming.seenAt && (
          <span className={`${shared.meta} ${style.under}`}>
            {words.lastInOurs({ when: momentSaid(coming.ownAt, reader) })}
          </span>
        )}
      </Fact>
      <Fact name={words.lastOut} figure>
        {out.sentAt ? <When at={out.sentAt} /> : words.never}
      </Fact>
      {coming.how === 'imap' && (
        <Fact name={words.lastLook} figure>
          {coming.lookedAt ? <When at={coming.lookedAt} /> : words.neverLooked}
        </Fact>
      )}
    </dl>
  );
}

/** What waits, what failed, and what became of the mails of a month. */
function Counts({ health }: { health: MailHealth }) {
  const { health: words, state } = useMessages().mailIn;
  const { locale } = useReaderNow();
  const { in: coming, out, counts } = health;
  const figures: [string, number][] = [
    [words.waitingIn, coming.waiting],
    [words.waitingOut, out.queued],
    [words.failedOut, out.failed],
    ...(['landed', 'held', 'ignored', 'refused', 'discarded'] as const).map((each): [string, number] => [
      state[each],
      counts[each],
    ]),
    [words.elsewhere, counts.elsewhere],
  ];
  return (
    <>
      <h3>{words.month}</h3>
      <dl className={style.health}>
        {figures.map(([name, count]) => (
          <Fact key={name} name={name} figure>
            {numberSaid(count, locale)}
          </Fact>
        ))}
      </dl>
    </>
  );
}

function Trouble({ name, what, at }: { name: string; what: string | null; at?: string | null }) {
  const { health: words } = useMessages().mailIn;
  if (!what) return null;
  return (
    <Fact name={`${words.trouble}: ${name}`} wide>
      {what} {at && <When at={at} />}
    </Fact>
  );
}

/** How both directions are set up, and the last trouble of each in the server's own words. */
function Ways({ health }: { health: MailHealth }) {
  const { health: words } = useMessages().mailIn;
  const { in: coming, out } = health;
  const server = coming.server ?? '';
  const way =
    coming.how === null
      ? words.ways.off
      : coming.how === 'imap'
        ? words.ways.imap({ server })
        : words.ways.lmtp({ server });
  return (
    <dl className={style.health}>
      <Fact name={words.way} wide>
        {way}
      </Fact>
      <Fact name={words.out} wide>
        {out.server ? words.outOn({ server: out.server, from: out.from }) : words.outOff}
      </Fact>
      <Trouble name={words.way} what={coming.lastError} at={coming.lastErrorAt} />
      <Trouble name={words.out} what={out.lastError} />
    </dl>
  );
}

/** Sends a mail round and says when it is back. */
function TryIt({ health, organization }: { health: MailHealth; organization: string }) {
  const { health: words } = useMessages().mailIn;
  const reader = useReaderNow();
  const queries = useQueryClient();
  const trying = useMutation({
    mutationFn: () => tryMail(organization),
    onSuccess: (next) => queries.setQueryData(mailHealthQuery(organization).queryKey, next),
  });
  const { probe } = health;
  const can = health.in.how !== null && health.out.server !== null;
  const away = probe !== null && probe.backAt === null;
  const said = () => {
    if (!probe) return words.tryHint;
    const when = momentSaid(probe.sentAt, reader);
    if (probe.backAt) {
      const seconds = Math.round((Date.parse(probe.backAt) - Date.parse(probe.sentAt)) / 1000);
      return words.came({ seconds });
    }
    return probe.state === 'sent' ? words.notYet({ when }) : words.notSent({ when });
  };
  return (
    <div className={style.trying}>
      <Button kind="act" busy={trying.isPending} disabled={!can} onClick={() => trying.mutate()}>
        {words.try}
      </Button>
      <p role="status" aria-live="polite" data-away={away || undefined}>
        {can ? said() : words.cannotTry}
      </p>
      {trying.error && <ErrorNote error={trying.error} />}
    </div>
  );
}

/** Whether mail works in both directions, proved by mails. */
export function Health({ organization }: { organization: string }) {
  const { health: words } = useMessages().mailIn;
  const health = useQuery(mailHealthQuery(organization));
  return (
    <Section title={words.title} note={words.note} id="health">
      {health.isPending && <Loading what={words.title} />}
      {health.error && <ErrorNote error={health.error} onRetry={() => void health.refetch()} />}
      {health.data && (
        <div className={shared.stack}>
          <Proof health={health.data} />
          <TryIt health={health.data} organization={organization} />
          <Ways health={health.data} />
          {health.data.in.address && (
            <div>
              <p className={shared.meta}>{words.answers}</p>
              <CopyField label={words.answers} value={health.data.in.address} />
            </div>
          )}
          <Counts health={health.data} />
        </div>
      )}
    </Section>
  );
}
