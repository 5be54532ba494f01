import type { Due } from '@entente/protocol';
import { daySaid, deadlineSaid, dayOf, exactMoment } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Checklist } from '../../ui/checklist.tsx';
import { checklist, type ConditionLine } from './checklist.ts';
import { useConversation } from './context.tsx';
import { speakerName, textOf } from './perspective.ts';
import { Files, Words } from './words.tsx';
import style from './terms.module.css';

function ConditionMore({ line }: { line: ConditionLine }) {
  const { talk } = useMessages();
  const reader = useReaderNow();
  const when = (at: string) => daySaid(dayOf(at, reader.zone), reader, 'on');
  return (
    <>
      {line.report && (line.report.text || line.report.files.length > 0) && (
        <div className={style.mark}>
          <span className={style.when}>{talk.terms.reported({ when: when(line.report.at) })}</span>
          {line.report.text && (
            <p>
              <Words text={line.report.text} />
            </p>
          )}
          <Files commits={line.report.files} />
        </div>
      )}
      {line.returns.map((mark) => (
        <div key={mark.at} className={style.mark}>
          <span className={style.when}>{talk.terms.returned({ when: when(mark.at) })}</span>
          {mark.text && <p>{mark.text}</p>}
        </div>
      ))}
      {line.verdict?.text && <p className={style.mark}>{line.verdict.text}</p>}
    </>
  );
}

/** Without anything said about it, a condition needs no more than its line. */
function hasMore(line: ConditionLine): boolean {
  return Boolean(line.report?.text || line.report?.files.length || line.returns.length > 0 || line.verdict?.text);
}

function useDueWords(): (due: Due | undefined) => string {
  const { conversation: words } = useMessages();
  const reader = useReaderNow();
  return (due) => {
    if (!due) return words.terms.noDue;
    return 'days' in due ? words.terms.cycle({ days: due.days }) : deadlineSaid(due, reader);
  };
}

function Facts() {
  const { page } = useConversation();
  const { conversation: words, talk } = useMessages();
  const reader = useReaderNow();
  const dueWords = useDueWords();
  const { terms } = page.conversation.terms;
  const { agreement, negotiation, report, antecedentMetAt } = page.conversation;
  const due = agreement?.due ?? terms.due;
  return (
    <dl className={style.facts}>
      <div>
        <dt>{words.terms.due}</dt>
        <dd>
          <span title={due && 'ends' in due ? exactMoment(due.ends, reader) : undefined}>{dueWords(due)}</span>
          {agreement && agreement.firstDue.ends !== agreement.due.ends && (
            <span className={style.first}>
              {words.flags.firstDue({ date: deadlineSaid(agreement.firstDue, reader, 'noun') })}
            </span>
          )}
          {agreement && agreement.amended.length > 0 && (
            <span className={style.first}>{talk.terms.amended({ n: agreement.amended.length })}</span>
          )}
        </dd>
      </div>
      {terms.work && (
        <div>
          <dt>{words.terms.work}</dt>
          <dd>{words.work[terms.work].short}</dd>
        </div>
      )}
      {terms.effort && (
        <div>
          <dt>{words.terms.effort}</dt>
          <dd>{`${terms.effort.amount} ${terms.effort.unit}`}</dd>
        </div>
      )}
      {terms.price && (
        <div>
          <dt>{words.terms.price}</dt>
          <dd>{`${terms.price.amount} ${terms.price.unit}`}</dd>
        </div>
      )}
      {terms.antecedent && (
        <div>
          <dt>
            {antecedentMetAt
              ? talk.terms.antecedentMet({ when: daySaid(dayOf(antecedentMetAt, reader.zone), reader, 'on') })
              : talk.terms.antecedentOpen({
                  who: page.sides.customer.name,
                  by: deadlineSaid(terms.antecedent.by, reader, 'noun'),
                })}
          </dt>
          <dd>{textOf(page, terms.antecedent.text)}</dd>
        </div>
      )}
      {negotiation && !page.conversation.closing && (
        <div>
          <dt>{page.conversation.openedAs === 'offer' ? words.terms.validUntil : words.terms.replyBy}</dt>
          <dd title={exactMoment(negotiation.replyBy.ends, reader)}>{deadlineSaid(negotiation.replyBy, reader)}</dd>
        </div>
      )}
      {report && page.view.state === 'reported' && (
        <div>
          <dt className="visually-hidden">{words.states.reported}</dt>
          <dd>{talk.terms.reviewBy({ date: deadlineSaid(report.reviewBy, reader, 'noun') })}</dd>
        </div>
      )}
    </dl>
  );
}

/** The terms in force (or on the table) as a checklist. */
export function TermsPanel() {
  const { page } = useConversation();
  const { conversation: words, talk } = useMessages();
  const reader = useReaderNow();
  const { terms, agreement } = page.conversation;
  const lines = checklist(page);
  const met = lines.filter((line) => line.status === 'met' || line.status === 'waived').length;
  const reported = lines.filter((line) => line.status === 'reported').length;
  const what = textOf(page, terms.terms.what);
  return (
    <div className={style.terms}>
      <p className={style.origin}>
        {agreement
          ? talk.terms.agreedBy({
              who: speakerName(page, agreement.by),
              when: daySaid(dayOf(agreement.at, reader.zone), reader, 'on'),
            })
          : talk.terms.onTable({ who: speakerName(page, terms.by) })}
        {' · '}
        {words.terms.version({ n: terms.version })}
      </p>
      {what && what !== page.title && <p className={style.what}>{what}</p>}
      <h3>{words.terms.conditions}</h3>
      {met > 0 && <p className={style.origin}>{talk.terms.progress({ met, total: lines.length })}</p>}
      {met === 0 && reported > 0 && (
        <p className={style.origin}>{talk.terms.reportedOf({ done: reported, total: lines.length })}</p>
      )}
      <Checklist
        label={words.terms.conditions}
        items={lines.map((line) => ({
          id: line.id,
          text: <Words text={line.text} />,
          state: line.status,
          more: hasMore(line) ? <ConditionMore line={line} /> : undefined,
        }))}
      />
      <Facts />
    </div>
  );
}
