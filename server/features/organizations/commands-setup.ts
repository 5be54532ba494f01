import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { createPerson } from '../identity/commands.ts';
import { hasNobody } from '../identity/queries.ts';
import type { Setup } from '../identity/schema.ts';
import { foundOrganization } from './commands.ts';

/** Any constant that is the same in every process: two first visitors must not both become administrator. */
const SETUP_LOCK = 7_460_119;

/** Throws when anybody has an account already, at the gate. */
export async function refuseSecondSetUp(tx: Tx): Promise<void> {
  if (await hasNobody(tx)) return;
  throw new AppError('conflict', 'This server is set up already. Please sign in.', { setUp: true });
}

/** The first person and organization of a server, at the gate. Returns the person's id. */
export async function setUp(tx: Tx, clock: Clock, wanted: Setup, passwordHash: string): Promise<string> {
  await tx.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
  await refuseSecondSetUp(tx);
  const { name, email } = wanted.person;
  const { locale, timeZone } = wanted;
  // Whoever sets the server up owns it: no mail could prove more.
  const id = await createPerson(tx, clock, { name, email, passwordHash, locale, timeZone, emailVerified: true });
  await foundOrganization(tx, clock, { id, name, email, locale, timeZone }, wanted.organization);
  return id;
}
