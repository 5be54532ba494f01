import { deadlineSaid } from '../../../messages/format.ts';
import type { ActShape } from '../../../server/features/conversations/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Diff, type DiffRow } from '../../ui/diff.tsx';
import { useConversation } from './context.tsx';
import { wordingOf } from './perspective.ts';
import { termsBefore, termsChanges, termsIn, type TermsLine } from './terms-changes.ts';
import { Words } from './words.tsx';
import style from './history.module.css';

function useRow(): (line: TermsLine, n: number) => DiffRow {
  const { page } = useConversation();
  const { conversation: words } = useMessages();
  const reader = useReaderNow();
  const wording = wordingOf(page);
  const say = (line: TermsLine, side: 'before' | 'after'): string | undefined => {
    if (line.part === 'work') {
      const kind = line[side];
      return kind && words.work[kind].short;
    }
    const value = line[side];
    if (value === undefined) return undefined;
    if (typeof value === 'string') return wording(value);
    if ('days' in value) return words.terms.cycle({ days: value.days });
    return 'ends' in value ? deadlineSaid(value, reader) : `${value.amount} ${value.unit}`;
  };
  return (line, n) => {
    const name = line.part === 'condition' ? words.terms.condition({ n }) : words.terms[line.part];
    return { name, before: say(line, 'before'), after: say(line, 'after') };
  };
}

/** The terms an act put on the table: beside the version before it with what changed, or alone when they are the first. */
export function TermsCompare({ act }: { act: ActShape }) {
  const { page } = useConversation();
  const { conversation: words, talk } = useMessages();
  const reader = useReaderNow();
  const row = useRow();
  const terms = termsIn(act);
  if (!terms) return null;
  const wording = wordingOf(page);
  const before = termsBefore(page).get(act.id);
  if (!before) {
    const due = terms.due;
    const dueSaid = due && ('days' in due ? words.terms.cycle({ days: due.days }) : deadlineSaid(due, reader));
    return (
      <div className={style.terms}>
        <p className={style.quoted}>
          <Words text={wording(terms.what)} />
        </p>
        <p className={style.fact}>{words.terms.conditions}</p>
        <ul>
          {terms.conditions.map((condition) => (
            <li key={condition.id}>
              <Words text={wording(condition.text)} />
            </li>
          ))}
        </ul>
        <p className={style.fact}>{`${words.terms.due}: ${dueSaid ?? words.terms.noDue}`}</p>
        {terms.work && <p className={style.fact}>{`${words.terms.work}: ${words.work[terms.work].short}`}</p>}
      </div>
    );
  }
  const lines = termsChanges(before, terms, wording);
  // Conditions are numbered as they stand in the new version; those taken out come after.
  const numbers = lines.map((_line, at) => lines.slice(0, at + 1).filter((each) => each.part === 'condition').length);
  const rows = lines.map((line, at) => row(line, numbers[at] ?? 0));
  const changed = rows.filter((_, index) => lines[index]?.mark !== 'same');
  return (
    <>
      <Diff caption={talk.terms.compare} rows={changed} />
      {changed.length < rows.length && (
        <details className={style.compare}>
          <summary>{talk.terms.compare}</summary>
          <Diff caption={talk.terms.compare} rows={rows} />
        </details>
      )}
    </>
  );
}
