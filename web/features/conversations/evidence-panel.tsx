import type { Evidence } from '@entente/protocol';
import { useMessages } from '../../locale.tsx';
import { When } from '../../ui/when.tsx';
import { useConversation } from './context.tsx';
import style from './conversation.module.css';

function numberIn(facts: Evidence['facts'], name: string): number | undefined {
  const value = facts[name];
  return typeof value === 'number' && value > 0 ? value : undefined;
}

/** What the acts left behind, each fact with the act that made it. No score. */
export function EvidencePanel() {
  const { page } = useConversation();
  const { talk } = useMessages();
  if (page.evidence.length === 0) return <p className={style.soft}>{talk.evidenceNone}</p>;
  return (
    <ul className={style.facts}>
      {page.evidence.map((each, index) => (
        <li key={index}>
          {talk.evidence[each.kind]({
            who: page.sides[each.about].name,
            days: numberIn(each.facts, 'daysLate') ?? numberIn(each.facts, 'days'),
          })}
          <small>
            <a href={`#act-${each.act.slice(0, 12)}`}>
              <When at={each.at} />
              <span className="visually-hidden">. {talk.evidenceFrom}</span>
            </a>
            {each.via === 'recorded' && ` · ${talk.evidenceRecorded}`}
          </small>
        </li>
      ))}
    </ul>
  );
}
