import type { Letter } from '../rooms/policy.ts';
import type { Duty, Risk } from './schema.ts';

/** Days that are looked at, acts and messages of one side from which it is said, and the share of one person above which it is. */
export const RISK = { days: 180, from: 10, share: 0.7 } as const;

/** What somebody of a side said in the days that are looked at. */
export interface Said {
  side: Letter;
  person: string;
  name: string;
  count: number;
}

/**
 * Where a partnership would suffer if one person left: they say most of what a side says, or are the only one with any duty. Says
 * who, so that somebody can be put beside them; keeps the counts to itself.
 */
export function risksOf(said: readonly Said[], duties: readonly Duty[], names: ReadonlyMap<string, string>): Risk[] {
  return (['a', 'b'] as const).flatMap((side): Risk[] => {
    const here = said.filter((each) => each.side === side);
    const all = here.reduce((sum, each) => sum + each.count, 0);
    const most = all >= RISK.from ? here.find((each) => each.count > RISK.share * all) : undefined;
    if (most) return [{ side, kind: 'most', person: { id: most.person, name: most.name } }];
    const bearers = new Set(duties.filter((duty) => duty.side === side).map((duty) => duty.person));
    const [only] = bearers;
    const name = only && names.get(only);
    return bearers.size === 1 && only && name ? [{ side, kind: 'only', person: { id: only, name } }] : [];
  });
}
