import type { Conversation } from '@entente/protocol';
import { type Commitment, commitmentOf, type Result } from '@entente/trust';

/** Who is behind a party, as one organization knows them. */
export interface KnownParty {
  id: string;
  name: string;
  /** It has a home here: somebody of its own verified who it is. */
  verified: boolean;
}

export interface KnownCommitment extends Commitment {
  partnership: string;
}

/** Every promise an organization may see, and who is in them. */
export interface TrustRecord {
  commitments: KnownCommitment[];
  parties: ReadonlyMap<string, KnownParty>;
}

/** A row of `commitments`, as `app.append` takes it and queries return it. Parties are those of the log. */
export interface CommitmentRow {
  customer: string;
  performer: string;
  kind: string | null;
  promised_at: string;
  due_at: string;
  result: Result;
  settled_at: string | null;
  silent_from: string | null;
  stake: number | string | null;
  unit: string | null;
  recorded: boolean;
  lifted_at: string | null;
}

const instant = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** What is kept of a conversation for trust; null before anything is promised in it. */
export function commitmentRow(conversation: Conversation): CommitmentRow | null {
  const found = commitmentOf(conversation);
  if (!found) return null;
  const { customer, performer, kind, promisedAt, dueAt, result, settledAt, silentFrom, stake, unit, recorded } = found;
  return {
    customer,
    performer,
    kind: kind ?? null,
    promised_at: new Date(promisedAt).toISOString(),
    due_at: new Date(dueAt).toISOString(),
    result,
    settled_at: instant(settledAt),
    silent_from: instant(silentFrom),
    stake: stake ?? null,
    unit: unit ?? null,
    recorded,
    lifted_at: instant(found.liftedAt),
  };
}

const moment = (at: string): number => Date.parse(at);

/** A stored row as the trust package reckons with it; `who` says which organization a party of the log is. */
export function readCommitment(id: string, row: CommitmentRow, who: (party: string) => string): Commitment {
  const { customer, performer, kind, promised_at, due_at, result, settled_at, silent_from, stake, unit, recorded } =
    row;
  return {
    id,
    customer: who(customer),
    performer: who(performer),
    promisedAt: moment(promised_at),
    dueAt: moment(due_at),
    result,
    recorded,
    ...(kind !== null && { kind }),
    ...(settled_at !== null && { settledAt: moment(settled_at) }),
    ...(silent_from !== null && { silentFrom: moment(silent_from) }),
    ...(stake !== null && { stake: Number(stake) }),
    ...(unit !== null && { unit }),
    ...(row.lifted_at !== null && { liftedAt: moment(row.lifted_at) }),
  };
}
