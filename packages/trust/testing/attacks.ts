import { day } from '../src/constants.ts';
import { type Commitment, confidence, type Confidence, type Experience, replay } from '../src/index.ts';

/** Where every attack ends, and its number is read. */
export const readAt = Date.UTC(2026, 10, 25);
const begin = readAt - 730 * day;

/** One attack, what it was meant to move, and how far it did. Sums of a run are exact: nothing here is random. */
export interface Attack {
  attack: string;
  parameters: string;
  /** Which number is read. */
  measure: string;
  honest: number;
  attacked: number;
  moved: number;
}

const row = (attack: string, parameters: string, measure: string, honest: number, attacked: number): Attack => ({
  attack,
  parameters,
  measure,
  honest,
  attacked,
  moved: attacked - honest,
});

/** Organizations of a ring, and newcomers, are called so; everybody else is verified. */
const isFake = (party: string): boolean => party.startsWith('ring ') || party.startsWith('fake ');

type Made = Omit<Commitment, 'id' | 'recorded'>;

/** Promises between two, one after the other every `every` days from `from` on, a week each; `kept` says which were. */
function promises(
  customer: string,
  performer: string,
  count: number,
  kept: (index: number) => boolean,
  { from = begin, every = 7, ...more }: Partial<Made> & { from?: number; every?: number } = {},
): Made[] {
  return Array.from({ length: count }, (_, index) => {
    const promisedAt = from + index * every * day;
    const dueAt = promisedAt + 7 * day;
    const result = kept(index) ? ('kept' as const) : ('failed' as const);
    return { customer, performer, promisedAt, dueAt, settledAt: dueAt, result, ...more };
  });
}

const always = () => true;
const never = () => false;
/** Keeps so many of ten, evenly spread. */
const ofTen = (tens: number) => (index: number) => (index * 7) % 10 < tens;

const named = (made: readonly Made[]): Commitment[] =>
  made.map((one, index) => ({ ...one, id: `c${index}`, recorded: false }));

interface World {
  viewer?: string;
  verified?: boolean;
  at?: number;
}

const learnt = (made: readonly Made[], { viewer = 'house 0', verified = false, at = readAt }: World = {}): Experience =>
  replay(named(made), at, { viewer, verified: (party) => verified || !isFake(party) });

const asked = (made: readonly Made[], customer: string, performer: string, world: World = {}): Confidence =>
  confidence(learnt(made, world), { customer, performer, at: world.at ?? readAt });

/** Ten honest organizations over two years: each has three performers, who keep six to nine of ten. */
export const honestWorld = (stake?: number): Made[] =>
  Array.from({ length: 10 }, (_, customer) =>
    [1, 2, 3].flatMap((step) =>
      promises(`house ${customer}`, `house ${(customer + step) % 10}`, 12, ofTen(6 + ((customer + step) % 4)), {
        every: 55,
        ...(stake !== undefined && { stake, unit: 'EUR' }),
      }),
    ),
  ).flat();

/** Everybody in the ring praises everybody else in it so many times. */
export const ring = (size: number, each: number): Made[] =>
  Array.from({ length: size }, (_, customer) =>
    Array.from({ length: size }, (_, performer) =>
      customer === performer
        ? []
        : promises(`ring ${customer}`, `ring ${performer}`, each, always, { from: readAt - 200 * day, every: 9 }),
    ).flat(),
  ).flat();

/** What an honest outsider, who saw `broken` promises of the ring member broken, thinks of it, of others, and of everybody. */
export function ringAttack(size: number, each: number, verified: boolean, broken: number): Attack[] {
  const judged = promises('house 0', 'ring 0', broken, never, { from: readAt - (25 + 7 * broken) * day });
  const before = [...honestWorld(), ...judged];
  const after = [...before, ...ring(size, each)];
  const world = { verified };
  const parameters = `${size} ${verified ? 'verified' : 'unverified'}, ${each} each, ${broken} broken to the outsider`;
  const [honest, attacked] = [learnt(before, world), learnt(after, world)];
  const read = (experience: Experience, performer: string) =>
    confidence(experience, { customer: 'house 0', performer, at: readAt }).value;
  return [
    row('ring', parameters, 'ring member', read(honest, 'ring 0'), read(attacked, 'ring 0')),
    row('ring', parameters, 'honest performer', read(honest, 'house 1'), read(attacked, 'house 1')),
    row('ring', parameters, 'population', honest.population, attacked.population),
  ];
}

/** Newcomers who each praise one performer a few times, beside some honest promises to it. */
export function newcomersAttack(count: number, each: number, verified: boolean, honestTens: number): Attack {
  const record = promises('house 0', 'shop', 10, ofTen(honestTens), { from: readAt - 90 * day });
  const before = [...honestWorld(), ...record];
  const praise = Array.from({ length: count }, (_, index) =>
    promises(`fake ${index}`, 'shop', each, always, { from: readAt - 60 * day }),
  ).flat();
  const value = (made: Made[]) => asked(made, 'house 0', 'shop', { verified }).value;
  const parameters = `${count} ${verified ? 'verified' : 'unverified'}, ${each} each, ${honestTens} of 10 kept to the outsider`;
  return row('newcomers', parameters, 'performer they praise', value(before), value([...before, ...praise]));
}

/** Many trifles kept, then what matters is broken, again and again. */
export function milking(trifles: number, stakes: boolean) {
  const every = 3;
  const from = readAt - (trifles * every + 200) * day;
  const stake = (amount: number) => (stakes ? { stake: amount, unit: 'EUR' } : {});
  const small = promises('house 0', 'milker', trifles, always, { from, every, ...stake(20) });
  const big = promises('house 0', 'milker', 90, never, { from: readAt - 190 * day, every: 2, ...stake(1_000) });
  const base = honestWorld(stakes ? 1_000 : undefined);
  const start = readAt - 191 * day;
  const newcomer = asked(base, 'house 0', 'milker', { at: start });
  const looks = asked([...base, ...small], 'house 0', 'milker', { at: start });
  const after = (count: number) =>
    asked([...base, ...small, ...big.slice(0, count)], 'house 0', 'milker', {
      at: count === 0 ? start : big[count - 1]!.settledAt!,
    }).value;
  let breaks = 0;
  while (breaks < big.length && after(breaks) >= 0.5) breaks += 1;
  return { newcomer, looks, breaks, parameters: `${trifles} trifles, ${stakes ? 'stakes told' : 'without stakes'}` };
}

const tactics = {
  'says nothing': { result: 'open', silent: true },
  'warns each time and is late': { result: 'late-with-notice', silent: false },
  'warns each time and never delivers': { result: 'open', silent: false },
  'delivers rubbish, has it returned, and rests': { result: 'open', silent: false },
} as const;
export type Tactic = keyof typeof tactics;
export const silences = Object.keys(tactics) as Tactic[];

/** Twenty promises that came to nothing, told as what they are or kept from being evidence. */
export function delayedNews(tactic: Tactic): { attack: Attack; found: Confidence } {
  const { result, silent } = tactics[tactic];
  const broken = promises('house 0', 'delayer', 20, never, { from: readAt - 300 * day });
  const hidden = broken.map(
    ({ settledAt, ...one }): Made => ({
      ...one,
      result,
      ...(result === 'open' ? silent && { silentFrom: one.dueAt } : { settledAt: settledAt! + 10 * day }),
    }),
  );
  const found = asked([...honestWorld(), ...hidden], 'house 0', 'delayer');
  const honest = asked([...honestWorld(), ...broken], 'house 0', 'delayer');
  return { attack: row('delayed news', `20 promises; ${tactic}`, 'delayer', honest.value, found.value), found };
}

/** Thirty promises with so much time that all are kept, then some with the usual time, of which six of ten are. */
export function paddedDates(unpadded: number): Attack {
  const from = readAt - 500 * day;
  const padded = promises('house 0', 'padder', 30, always, { from });
  const usual = promises('house 0', 'padder', 30, ofTen(6), { from });
  const later = promises('house 0', 'padder', unpadded, ofTen(6), { from: readAt - (unpadded * 7 + 7) * day });
  const value = (made: Made[]) => asked([...honestWorld(), ...made], 'house 0', 'padder').value;
  const parameters = `30 padded, then ${unpadded} unpadded, 6 of 10 kept`;
  return row('padded dates', parameters, 'padder', value([...usual, ...later]), value([...padded, ...later]));
}

/** Who broke most of twenty promises begins again under another name. */
export function whitewashing(keptOfTen: number): Attack {
  const record = promises('house 0', 'old name', 20, ofTen(keptOfTen), { from: readAt - 200 * day });
  const made = [...honestWorld(), ...record];
  const value = (performer: string) => asked(made, 'house 0', performer).value;
  return row('whitewashing', `20 promises, ${keptOfTen} of 10 kept`, 'new name', value('old name'), value('new name'));
}

/** Every broken promise is handed over to a shell company before it is closed. */
export function handingOver(): Attack {
  const record = promises('house 0', 'seller', 20, ofTen(5), { from: readAt - 200 * day });
  const handed = record.map((one) => (one.result === 'failed' ? { ...one, performer: 'shell' } : one));
  const value = (made: Made[]) => asked([...honestWorld(), ...made], 'house 0', 'seller').value;
  return row(
    'handing over',
    '20 promises, 5 of 10 kept, each broken one handed over',
    'seller',
    value(record),
    value(handed),
  );
}

/** Breaks, makes good, is forgiven, and breaks again. */
export function repairFarming(rounds: number, keptBetween: number): Attack {
  const record = Array.from({ length: rounds }, (_, round) => {
    const from = readAt - (rounds - round) * 40 * day;
    const broken = promises('house 0', 'farmer', 1, never, { from });
    const kept = promises('house 0', 'farmer', keptBetween, always, { from: from + 8 * day, every: 1 });
    return [...broken.map((one) => ({ ...one, liftedAt: one.settledAt! + 14 * day })), ...kept];
  }).flat();
  const unforgiven = record.map(({ liftedAt: _lifted, ...one }: Made): Made => one);
  const value = (made: Made[]) => asked([...honestWorld(), ...made], 'house 0', 'farmer').value;
  const parameters = `${rounds} broken and forgiven, ${keptBetween} kept after each`;
  return row('repair farming', parameters, 'farmer', value(unforgiven), value(record));
}

/** Every attack with the figures of this model. */
export function attackTable(): Attack[] {
  const rows: Attack[] = [];
  for (const verified of [false, true])
    for (const size of [3, 10, 50])
      for (const each of [4, 20]) for (const broken of [0, 5]) rows.push(...ringAttack(size, each, verified, broken));
  for (const verified of [false, true]) for (const tens of [2, 8]) rows.push(newcomersAttack(50, 4, verified, tens));
  for (const stakes of [false, true]) {
    for (const trifles of [10, 40, 100]) {
      const { newcomer, looks, breaks, parameters } = milking(trifles, stakes);
      const told = `${parameters}; ${breaks} big breaks until below .5`;
      rows.push(row('milking', told, 'milker when the big ones start', newcomer.value, looks.value));
    }
  }
  rows.push(...silences.map((tactic) => delayedNews(tactic).attack));
  rows.push(...[0, 10, 30].map(paddedDates), ...[0, 3].map(whitewashing), handingOver());
  rows.push(repairFarming(10, 0), repairFarming(10, 2));
  return rows;
}
