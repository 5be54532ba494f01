import { useMessages } from '../../locale.tsx';
import { When } from '../../ui/when.tsx';
import { useConversation } from './context.tsx';
import { groupEvidence, numberIn } from './evidence-groups.ts';
import style from './conversation.module.css';

/** What the acts left behind, each fact with the acts that made it. No score. */
export function EvidencePanel() {
  const { page } = useConversation();
  const { talk } = useMessages();
  if (page.evidence.length === 0) return <p className={style.soft}>{talk.evidenceNone}</p>;
  return (
    <ul className={style.facts}>
      {groupEvidence(page.evidence).map(({ kind, about, each }) => {
        const [first] = each;
        if (!first) return null;
        const days = numberIn(first, 'daysLate') ?? numberIn(first, 'days');
        return (
          <li key={first.act + kind + about}>
            {talk.evidence[kind]({ who: page.sides[about].name, days })}
            {each.map((fact) => (
              <small key={fact.act}>
                <a href={`#act-${fact.act.slice(0, 12)}`}>
                  <When at={fact.at} />
                  <span className="visually-hidden">. {talk.evidenceFrom}</span>
                </a>
                {fact.via === 'recorded' && ` · ${talk.evidenceRecorded}`}
              </small>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
