import type { WorkKind } from '@entente/protocol';
import {
  changesOf,
  type Confidence,
  confidence,
  constants,
  type Experience,
  history,
  ofTen,
  type Options,
  prospect,
  type Settlement,
  settlementsOf,
} from '@entente/trust';
import type { KnownCommitment, TrustRecord } from './model.ts';
import type { CommitmentItem, ConfidenceShape, DirectionShape, PartyShape } from './schema.ts';

/** From whose eyes a number is reckoned, and from which record. */
export interface View {
  kind: 'ours' | 'shared';
  record: TrustRecord;
  options: Options;
}

export interface Pair {
  customer: string;
  performer: string;
}

/** Ours: from everything we may see; our own word counts in full, that of a verified partner a little from the start. */
export function ourView(record: TrustRecord, organization: string): View {
  const verified = (party: string) => record.parties.get(party)?.verified === true;
  return { kind: 'ours', record, options: { viewer: organization, verified } };
}

/** Shared: from one room alone, nobody's word before the other's, so that both sides reckon the same. */
export const sharedView = (record: TrustRecord): View => ({
  kind: 'shared',
  record,
  options: { verified: () => false },
});

export const partyShape = (view: View, id: string): PartyShape => ({
  id,
  name: view.record.parties.get(id)?.name ?? '',
});

/** The word for a range: what it surely reaches, or surely does not; anything between is mixed. */
function levelOf({ low, high }: Confidence): NonNullable<ConfidenceShape['level']> {
  if (low >= 0.7) return 'dependable';
  if (low >= 0.45) return 'mostly';
  return high < 0.55 ? 'rarely' : 'mixed';
}

/** A number as it may be shown: none of it before it may be stated. */
export function present(found: Confidence, view: View): ConfidenceShape {
  const { standing, count, kept, worth } = found;
  const base = { standing, count, kept, worth, statedFrom: constants.statedFrom };
  if (standing !== 'stated') {
    return { ...base, value: null, low: null, high: null, ofTen: null, level: null, shares: [] };
  }
  return {
    ...base,
    value: found.value,
    low: found.low,
    high: found.high,
    ofTen: ofTen(found),
    level: levelOf(found),
    shares: found.shares.map(({ source, party, weight, points }) => ({
      source,
      party: party === undefined ? null : partyShape(view, party),
      weight,
      points,
    })),
  };
}

/** Points of a trend line at most. */
const trendPoints = 40;

/** Moments worth a point: each settlement and each forgiveness between the two, or evenly spread where they are too many. */
function momentsOf(settlements: readonly Settlement[], now: number): number[] {
  const events = [
    ...new Set(
      settlements.flatMap(({ at, liftedAt }) => (liftedAt !== undefined && liftedAt <= now ? [at, liftedAt] : [at])),
    ),
  ].sort((a, b) => a - b);
  const [first] = events;
  if (first === undefined) return [];
  if (events.length < trendPoints) return events;
  const step = (now - first) / trendPoints;
  return Array.from({ length: trendPoints }, (_, index) => Math.round(first + step * (index + 1))).slice(0, -1);
}

type Mark = DirectionShape['trend'][number]['mark'];

function markAt(settlements: readonly Settlement[], at: number): Mark {
  if (settlements.some((one) => one.liftedAt === at)) return 'repaired';
  const settled = settlements.filter((one) => one.at === at);
  if (settled.length === 0) return null;
  return settled.some((one) => !one.kept) ? 'broken' : 'kept';
}

interface Read {
  at: number;
  found: Confidence;
}

/** Everything one direction shows, from one pass over the record. */
export function directionOf(view: View, pair: Pair, since: number, now: number) {
  const all = settlementsOf(view.record.commitments, now);
  const own = all.filter((one) => one.customer === pair.customer && one.performer === pair.performer);
  const moments = momentsOf(own, now);
  const asked = [...new Set([...moments, Math.min(since, now), now])].sort((a, b) => a - b);
  let last: Experience | undefined;
  const reads = new Map(
    history(view.record.commitments, asked, view.options, (experience, at): Read => {
      last = experience;
      return { at, found: confidence(experience, { ...pair, at }) };
    }).map((read) => [read.at, read]),
  );
  const [before, today] = [reads.get(Math.min(since, now))!.found, reads.get(now)!.found];
  const experience = last!;
  return {
    own,
    today,
    before,
    trend: [...new Set([...moments, now])].map((at) => trendPoint(reads.get(at)!, markAt(own, at), view)),
    kinds: kindsOf(experience, pair, now, view),
    changes: changesShown(before, today, view),
    prospect: today.count === 0 ? prospectOf(experience, pair, now, view) : null,
    beside: besideOf(view.record.commitments, pair, new Set(own.map((one) => one.id))),
  };
}

function trendPoint({ at, found }: Read, mark: Mark, view: View): DirectionShape['trend'][number] {
  const { value, low, high, count } = present(found, view);
  return { at: new Date(at).toISOString(), value, low, high, count, mark };
}

function kindsOf(experience: Experience, pair: Pair, at: number, view: View): DirectionShape['kinds'] {
  const kinds = [...(experience.pair(pair.customer, pair.performer)?.kinds?.keys() ?? [])].sort();
  return kinds.map((kind) => ({
    kind: kind as WorkKind,
    confidence: present(confidence(experience, { ...pair, at, kind }), view),
  }));
}

function changesShown(before: Confidence, after: Confidence, view: View): DirectionShape['changes']['items'] {
  if (before.standing !== 'stated' || after.standing !== 'stated') return [];
  return changesOf(before, after).map(({ source, party, ...moved }) => ({
    source,
    party: party === undefined ? null : partyShape(view, party),
    by: moved.after - moved.before,
  }));
}

/** Where the two have nothing behind them yet, others' experience; only if somebody else has some. */
function prospectOf(experience: Experience, pair: Pair, at: number, view: View): DirectionShape['prospect'] {
  const found = prospect(experience, { ...pair, at });
  const through = found.shares.filter((share) => share.source === 'counterparty' && share.party !== undefined);
  if (through.length === 0) return null;
  const counted = through.reduce((sum, { party }) => sum + (experience.pair(party!, pair.performer)?.count ?? 0), 0);
  const early = counted < constants.statedFrom || found.high - found.low > constants.statedWidth;
  const stated: Confidence = { ...found, count: counted, standing: early ? 'too-early' : 'stated' };
  return { confidence: present(stated, view), through: through.map(({ party }) => partyShape(view, party!)) };
}

function besideOf(
  commitments: readonly KnownCommitment[],
  { customer, performer }: Pair,
  counted: ReadonlySet<string>,
): DirectionShape['beside'] {
  const counts = new Map<KnownCommitment['result'], number>();
  for (const one of commitments) {
    if (one.customer !== customer || one.performer !== performer || counted.has(one.id)) continue;
    counts.set(one.result, (counts.get(one.result) ?? 0) + 1);
  }
  return [...counts].map(([result, count]) => ({ result, count }));
}

const halfLife = constants.halfLife * 86_400_000;

/** How a commitment counts at a moment; its title stands beside the log, and is filled in by whoever shows it. */
export function itemOf(
  view: View,
  commitment: KnownCommitment,
  settlement: Settlement | undefined,
  now: number,
): CommitmentItem {
  const lifted = settlement?.liftedAt !== undefined && settlement.liftedAt <= now;
  const at = lifted ? settlement.liftedAt! : (settlement?.at ?? commitment.settledAt ?? commitment.dueAt);
  const weight = settlement?.weight ?? 0;
  return {
    conversationId: commitment.id,
    partnershipId: commitment.partnership,
    title: '',
    customer: partyShape(view, commitment.customer),
    performer: partyShape(view, commitment.performer),
    kind: (commitment.kind as WorkKind | undefined) ?? null,
    result: commitment.result,
    counts: settlement ? (lifted ? 'lifted' : settlement.kept ? 'kept' : 'broken') : null,
    at: new Date(at).toISOString(),
    weight,
    worth: settlement && !lifted ? weight * 2 ** ((settlement.at - now) / halfLife) : 0,
    recorded: commitment.recorded,
  };
}

/** Commitments that are evidence at a moment, as lists show them: the latest first. */
export function settledItems(view: View, wanted: (one: KnownCommitment) => boolean, now: number): CommitmentItem[] {
  const known = new Map(view.record.commitments.map((one) => [one.id, one]));
  return settlementsOf(view.record.commitments, now)
    .flatMap((settlement) => {
      const commitment = known.get(settlement.id);
      return commitment && wanted(commitment) ? [itemOf(view, commitment, settlement, now)] : [];
    })
    .sort((a, b) => (a.at === b.at ? (a.conversationId < b.conversationId ? 1 : -1) : a.at < b.at ? 1 : -1));
}
