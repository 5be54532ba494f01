import type { Deadline, MissCause, Proposal, Saying } from '@entente/protocol';
import { deadlineSaid } from '../../../messages/format.ts';
import type { ActShape } from '../../../server/features/conversations/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { useConversation } from './context.tsx';
import { Files, Said } from './words.tsx';
import { TermsCompare } from './terms-compare.tsx';
import style from './history.module.css';

/** The wording of a condition by its id, from the terms in force or from any version that held it. */
function useConditionText(): (id: string) => string | undefined {
  const { page } = useConversation();
  const commits = new Map<string, string>();
  for (const { saying } of page.acts) {
    const terms =
      'terms' in saying
        ? saying.terms
        : saying.kind === 'propose' && saying.proposal.kind === 'amend'
          ? saying.proposal.terms
          : undefined;
    for (const condition of terms?.conditions ?? []) commits.set(condition.id, condition.text);
  }
  return (id) => page.texts[commits.get(id) ?? '']?.text;
}

interface PerCondition {
  condition: string;
  text?: string;
  files?: string[];
  verdict?: 'met' | 'waived';
}

function Conditions({ entries, unmet = false }: { entries: readonly PerCondition[]; unmet?: boolean }) {
  const { general } = useMessages();
  const textOf = useConditionText();
  return (
    <ul className={style.per}>
      {entries.map((entry) => (
        <li key={entry.condition}>
          <p className={style.condition}>
            {textOf(entry.condition)}
            {(entry.verdict || unmet) && ` (${general.checklist[entry.verdict ?? 'unmet']})`}
          </p>
          <Said commit={entry.text} />
          <Files commits={entry.files} />
        </li>
      ))}
    </ul>
  );
}

function Fact({ children }: { children: string }) {
  return <p className={style.fact}>{children}</p>;
}

function useBy(): (deadline: Deadline) => string {
  const reader = useReaderNow();
  return (deadline) => deadlineSaid(deadline, reader, 'noun');
}

function ProposalDetails({ proposal }: { proposal: Proposal }) {
  const { page } = useConversation();
  const { talk } = useMessages();
  const by = useBy();
  const due = 'due' in proposal ? proposal.due : undefined;
  return (
    <>
      {proposal.kind === 'pause' && <Fact>{talk.pausedUntil({ date: by(proposal.until) })}</Fact>}
      {due && <Fact>{talk.history.newDue({ date: by(due) })}</Fact>}
      {'newcomer' in proposal && page.newcomer?.organizationId === proposal.newcomer && (
        <Fact>{talk.history.towards({ name: page.newcomer.name })}</Fact>
      )}
      {'successor' in proposal && proposal.successor && <Fact>{talk.history.replacedBy}</Fact>}
    </>
  );
}

function Acceptance({ saying }: { saying: Extract<Saying, { kind: 'accept' }> }) {
  const { talk, conversation: words } = useMessages();
  const n = saying.satisfaction;
  const says = n === undefined ? undefined : words.satisfaction[n as 1 | 2 | 3 | 4 | 5];
  return (
    <>
      <Conditions entries={saying.verdicts} />
      {n !== undefined && says && <Fact>{talk.history.satisfaction({ n, says })}</Fact>}
    </>
  );
}

/** What the act says beside its words, by kind; most kinds say nothing more. */
function Facts({ saying }: { saying: Saying }) {
  const { page } = useConversation();
  const { talk, conversation: words } = useMessages();
  const by = useBy();
  switch (saying.kind) {
    case 'defer':
      return <Fact>{talk.history.answerBy({ date: by(saying.until) })}</Fact>;
    case 'progress':
      return (
        <>
          {saying.expected && <Fact>{talk.history.expected({ date: by(saying.expected) })}</Fact>}
          {saying.effort && <Fact>{talk.history.effort(saying.effort)}</Fact>}
        </>
      );
    case 'report':
      return (
        <>
          <Conditions entries={saying.on} />
          {saying.effort && <Fact>{talk.history.effort(saying.effort)}</Fact>}
        </>
      );
    case 'accept':
      return <Acceptance saying={saying} />;
    case 'return':
      return <Conditions entries={saying.unmet} unmet />;
    case 'contest':
      return <Conditions entries={saying.cites.map((condition) => ({ condition }))} />;
    case 'settle':
      return (
        <>
          <Fact>{talk.history.wayOut({ says: words.settlements[saying.settlement] })}</Fact>
          {saying.due && <Fact>{talk.history.newDue({ date: by(saying.due) })}</Fact>}
        </>
      );
    case 'propose':
      return <ProposalDetails proposal={saying.proposal} />;
    case 'judge':
      return (
        <>
          {(['fair', 'efficient', 'again'] as const).map((asked) => (
            <Fact key={asked}>{`${words.judge[asked]} ${words.opinions[saying[asked]]}`}</Fact>
          ))}
        </>
      );
    case 'link': {
      const other = page.related.find((each) => each.id === saying.other);
      return other ? <Fact>{talk.history.linked({ title: other.title })}</Fact> : null;
    }
    case 'confirm':
      return (
        <>
          {saying.confirmed.length > 0 && <Fact>{talk.history.confirmed({ n: saying.confirmed.length })}</Fact>}
          {saying.denied.length > 0 && <Fact>{talk.history.deniedCount({ n: saying.denied.length })}</Fact>}
        </>
      );
    default:
      return null;
  }
}

/** The reason chosen from the list, where one was. */
function Cause({ cause }: { cause: MissCause | undefined }) {
  const { talk, conversation: words } = useMessages();
  return cause ? <Fact>{talk.history.cause({ says: words.causes[cause] })}</Fact> : null;
}

function causeOf(saying: Saying): MissCause | undefined {
  const said = saying.kind === 'propose' ? saying.proposal : saying;
  return 'cause' in said ? said.cause : undefined;
}

/** The commitments to an act's own words and files. */
function wordsOf(saying: Saying): { text?: string; files?: string[] } {
  if (saying.kind === 'propose') return { text: saying.proposal.text };
  return { text: 'text' in saying ? saying.text : undefined, files: 'files' in saying ? saying.files : undefined };
}

/** Everything an act says: words and the reason first, then terms, then the rest. */
export function ActDetails({ act }: { act: ActShape }) {
  const { text, files } = wordsOf(act.saying);
  return (
    <div className={style.details}>
      <Said commit={text} className={style.quoted} />
      <Cause cause={causeOf(act.saying)} />
      <TermsCompare act={act} />
      <Facts saying={act.saying} />
      <Files commits={files} />
    </div>
  );
}
