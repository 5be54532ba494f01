import type { Stage } from '../../../server/features/stages/model.ts';
import type { Look } from '../../../server/features/stages/schema-views.ts';

const WAYS = ['list', 'board', 'table'] as const satisfies readonly Look['as'][];
const PRESENCES = ['recorded', 'guest', 'claimed'] as const satisfies readonly Look['presence'][];
const SORTS = ['name', 'stage', 'since', 'ours', 'theirs', 'last', 'due'] as const satisfies readonly Look['sort'][];
const STAGES = [
  'prospect',
  'awareness',
  'involvement',
  'support',
  'sponsorship',
  'strategic',
  'resting',
  'ended',
] as const satisfies readonly Stage[];
const KEYS = ['as', 'q', 'stage', 'presence', 'quiet', 'mine', 'sort', 'order'] as const;
const MOST_DAYS = 3650;

type Query = Record<string, string | undefined>;

function oneOf<const T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((each) => each === text);
}

/** How the address says to look at the partners; whatever does not fit is as if it were not there. */
export function readLook(query: Query): Look {
  const stage = STAGES.filter((each) => query.stage?.split(',').includes(each));
  const presence = oneOf(PRESENCES, query.presence);
  const quiet = Number(query.quiet);
  const sort = oneOf(SORTS, query.sort);
  const search = query.q?.trim().slice(0, 200);
  return {
    as: oneOf(WAYS, query.as) ?? 'list',
    ...(search && { search }),
    ...(stage.length > 0 && { stage }),
    ...(presence && { presence }),
    ...(Number.isInteger(quiet) && quiet >= 1 && quiet <= MOST_DAYS && { quiet }),
    ...(query.mine === '1' && { mine: true as const }),
    ...(sort && sort !== 'name' && { sort }),
    ...(query.order === 'down' && { order: 'down' as const }),
  };
}

/** The parameters of the address for a look: each of them, so that those of another look go. */
export function lookQuery(look: Look): Query {
  return {
    as: look.as,
    q: look.search,
    stage: look.stage?.join(','),
    presence: look.presence,
    quiet: look.quiet?.toString(),
    mine: look.mine && '1',
    sort: look.sort,
    order: look.order === 'down' ? 'down' : undefined,
  };
}

/** True where the address says nothing of how to look: then a view to begin with may take its place. */
export function isBare(query: Query): boolean {
  return KEYS.every((key) => !query[key]);
}

export function sameLook(one: Look, other: Look): boolean {
  const [here, there] = [lookQuery(one), lookQuery(other)];
  return KEYS.every((key) => (here[key] ?? '') === (there[key] ?? ''));
}

/** True where not everybody may be shown. */
export function isNarrowed({ search, stage, presence, quiet, mine }: Look): boolean {
  return Boolean(search ?? stage ?? presence ?? quiet ?? mine);
}
