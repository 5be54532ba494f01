import type { Stage } from '../../../server/features/stages/model.ts';
import type { Look } from '../../../server/features/stages/schema-views.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Pick } from '../../ui/pick.tsx';
import { isNarrowed } from './look.ts';
import style from './partners.module.css';

const QUIET_DAYS = [14, 28, 56, 84];

type Change = Partial<Record<'stage' | 'presence' | 'quiet' | 'mine' | 'q', string | undefined>>;

/** Which partners: stage, how they are here, how long nothing was heard, whose. */
export function PartnerFilters({ look, onChange }: { look: Look; onChange: (change: Change) => void }) {
  const { views, stages, partners } = useMessages();
  const words = views.filters;
  const days = look.quiet && !QUIET_DAYS.includes(look.quiet) ? [...QUIET_DAYS, look.quiet] : QUIET_DAYS;
  const several = look.stage && look.stage.length > 1 ? look.stage : undefined;
  return (
    <div className={style.filters} role="group" aria-label={words.label}>
      <Pick
        label={words.stage}
        value={look.stage?.join(',') ?? ''}
        onPick={(stage) => onChange({ stage })}
        options={[
          ['', words.anyStage],
          ...(several ? [[several.join(','), words.stages({ n: several.length })] as [string, string]] : []),
          ...(Object.keys(stages.stages) as Stage[]).map((key): [string, string] => [key, stages.stages[key].name]),
        ]}
      />
      <Pick
        label={words.presence}
        value={look.presence ?? ''}
        onPick={(presence) => onChange({ presence })}
        options={[
          ['', words.anyPresence],
          ...(['recorded', 'guest', 'claimed'] as const).map((key): [string, string] => [
            key,
            partners.presenceShort[key],
          ]),
        ]}
      />
      <Pick
        label={words.quiet}
        value={look.quiet?.toString() ?? ''}
        onPick={(quiet) => onChange({ quiet })}
        options={[
          ['', words.anyQuiet],
          ...days.map((count): [string, string] => [String(count), words.quietFor({ days: count })]),
        ]}
      />
      <Pick
        label={words.mine}
        value={look.mine ? '1' : ''}
        onPick={(mine) => onChange({ mine })}
        options={[
          ['', words.everyone],
          ['1', words.onlyMine],
        ]}
      />
      {isNarrowed(look) && (
        <Button
          kind="quiet"
          onClick={() =>
            onChange({ stage: undefined, presence: undefined, quiet: undefined, mine: undefined, q: undefined })
          }
        >
          {words.clear}
        </Button>
      )}
    </div>
  );
}
