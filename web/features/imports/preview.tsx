import type { ImportCounts, ImportShape, Outcome, Reason } from '../../../server/features/imports/schema.ts';
import { numberSaid } from '../../../messages/format.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { Section } from '../../ui/page.tsx';
import style from './imports.module.css';

export const OUTCOMES: readonly Outcome[] = ['create', 'update', 'skip'];

/** A number as it is said and as it is counted. */
export function useCount(): (n: number) => { n: number; said: string } {
  const { locale } = useLocale();
  return (n) => ({ n, said: numberSaid(n, locale) });
}

/** What an import would do, or did, with the lines of its file. */
export function Preview({ found, busy }: { found: ImportShape; busy: boolean }) {
  const { imports } = useMessages();
  return (
    <Section title={imports.preview.title}>
      <div aria-live="polite" aria-busy={busy}>
        {found.counts && <Counts counts={found.counts} faint={busy} />}
        {busy && <p className={style.soft}>{imports.preview.working}</p>}
      </div>
    </Section>
  );
}

export function Counts({ counts, faint = false }: { counts: ImportCounts; faint?: boolean }) {
  const { preview, reasons } = useMessages().imports;
  const count = useCount();
  const known = Object.entries(counts.reasons) as [Reason, number][];
  return (
    <div className={`${style.stack} ${faint ? style.faint : ''}`}>
      <p>
        {preview.total({
          lines: count(counts.lines),
          promises: count(counts.commitments),
          organizations: count(counts.organizations),
        })}
      </p>
      <ul className={style.counts}>
        {OUTCOMES.map((outcome) => (
          <li key={outcome}>
            <strong>{count(counts[outcome]).said}</strong> {preview.outcomesMean[outcome]}
          </li>
        ))}
      </ul>
      {known.length > 0 && (
        <>
          <h3 className={style.subtitle}>{preview.reasons}</h3>
          <ul className={style.reasons}>
            {known
              .toSorted((a, b) => b[1] - a[1])
              .map(([reason, n]) => (
                <li key={reason}>
                  <strong>{preview.inLines(count(n))}</strong>: {reasons[reason]}
                </li>
              ))}
          </ul>
        </>
      )}
    </div>
  );
}
