import type { ShownCriterion } from '../../../server/features/stages/schema.ts';
import { useMessages } from '../../locale.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { needsWords } from './criteria.tsx';

export type LineTexts = Partial<Record<ShownCriterion['key'], string>>;

interface LinesProps {
  lead: string;
  criteria: ShownCriterion[];
  values: LineTexts;
  onChange: (values: LineTexts) => void;
  /** Empty lines are pointed out. */
  tried: boolean;
}

/** One line for each thing that nothing here can show. */
export function Lines({ lead, criteria, values, onChange, tried }: LinesProps) {
  const { stages } = useMessages();
  const asked = criteria.filter(needsWords);
  if (asked.length === 0) return null;
  return (
    <>
      <p>{lead}</p>
      {asked.map(({ key }) => (
        <TextArea
          key={key}
          label={stages.criteria[key]}
          rows={1}
          longest={500}
          value={values[key] ?? ''}
          {...(tried && !values[key]?.trim() && { error: stages.form.lineMissing })}
          onChange={(text) => onChange({ ...values, [key]: text })}
        />
      ))}
    </>
  );
}

/** Whether every line is written. */
export function isSaid(criteria: ShownCriterion[], values: LineTexts): boolean {
  return criteria.filter(needsWords).every(({ key }) => values[key]?.trim());
}
