import type { ShownCriterion, StagePage } from '../../../server/features/stages/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Checklist } from '../../ui/checklist.tsx';
import { Go } from '../../ui/go.tsx';
import { Quote } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { Day } from './day.tsx';
import style from './stages.module.css';

export type Fact = ShownCriterion['facts'][number];

interface CriteriaProps {
  label: string;
  criteria: ShownCriterion[];
  names: StagePage['names'];
  mySide: 'a' | 'b' | null;
  /** Address of the page a fact opens; none for whoever can open no other than the one they are on. */
  open?: ((fact: Fact) => string | undefined) | undefined;
}

/** What a stage asks for: met or missing, and under each what it rests on. */
export function Criteria({ label, criteria, names, mySide, open }: CriteriaProps) {
  const { stages } = useMessages();
  return (
    <Checklist
      label={label}
      items={criteria.map((one) => ({
        id: one.key,
        text: stages.criteria[one.key],
        state: one.met ? ('met' as const) : ('open' as const),
        more: (one.facts.length > 0 || hasWords(one) || needsWords(one)) && (
          <div className={style.facts}>
            {one.facts.length > 0 && (
              <ul>
                {one.facts.map((fact) => (
                  <li key={`${fact.kind} ${fact.id} ${fact.occurrence ?? ''}`}>
                    <FactLine fact={fact} names={names} open={open} />
                  </li>
                ))}
                {one.more > 0 && <li>{stages.fact.more({ n: one.more })}</li>}
              </ul>
            )}
            {(['a', 'b'] as const).map(
              (side) =>
                one.words[side] && (
                  <div key={side}>
                    <span className={style.whose}>{names[side]}</span>
                    <Quote side={side === mySide ? 'ours' : 'theirs'}>{one.words[side]}</Quote>
                  </div>
                ),
            )}
            {needsWords(one) && !hasWords(one) && <p>{stages.eachWrites}</p>}
          </div>
        ),
      }))}
    />
  );
}

const hasWords = (one: ShownCriterion): boolean => Boolean(one.words.a ?? one.words.b);
const attested = new Set<string>(['benefits', 'plan', 'review', 'breadth', 'survives']);
export const needsWords = (one: Pick<ShownCriterion, 'key'>): boolean => attested.has(one.key);

function FactLine({ fact, names, open }: { fact: Fact } & Pick<CriteriaProps, 'names' | 'open'>) {
  const { stages } = useMessages();
  const { ways } = stages;
  const title =
    fact.title ??
    (fact.kind === 'read-back' && fact.side ? stages.fact.readBack({ organization: names[fact.side] }) : '');
  const href = open?.(fact);
  const way = fact.way ? ways[fact.way as keyof typeof ways] : undefined;
  const where = [way, fact.place, fact.side && fact.kind !== 'read-back' ? names[fact.side] : undefined].filter(
    Boolean,
  );
  return (
    <>
      {href ? <Go href={href}>{title}</Go> : <span>{title}</span>}
      {where.length > 0 && <span className={style.soft}> · {where.join(', ')}</span>}
      {fact.at && (
        <span className={style.soft}>
          {' · '}
          {fact.at.length === 10 ? <Day day={fact.at} /> : <When at={fact.at} />}
        </span>
      )}
      {fact.recorded && <span className={style.soft}> · {stages.fact.recorded}</span>}
    </>
  );
}
