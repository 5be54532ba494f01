import { Checkbox } from '@mantine/core';
import type { DutyKind } from '../../../server/features/pairs/schema.ts';
import { useMessages } from '../../locale.tsx';
import style from './pairs.module.css';

const ORDER: readonly DutyKind[] = ['sponsor', 'owner', 'doer', 'backup'];

/** What somebody stands for: any of four, each with what it means. */
export function DutiesField({ value, onChange }: { value: DutyKind[]; onChange: (value: DutyKind[]) => void }) {
  const { pairs: words } = useMessages();
  return (
    <fieldset className={style.duties}>
      <legend>{words.duties}</legend>
      {ORDER.map((duty) => (
        <Checkbox
          key={duty}
          label={words.duty[duty]}
          description={words.dutyHint[duty]}
          checked={value.includes(duty)}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...value, duty] : value.filter((each) => each !== duty))
          }
        />
      ))}
      <span className={style.below}>{words.dutiesHint}</span>
    </fieldset>
  );
}
