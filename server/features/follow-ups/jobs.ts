import { z } from 'zod';
import { asWorker, atGate, type Database, inScope } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { mintScope } from '../../platform/scope.ts';
import { postOf } from '../mail/commands.ts';
import { tellDigest } from './commands-digest.ts';
import { lookAtDue } from './commands-look.ts';
import { keepReminders, lookAgainFrom, type SweptTo, watchMissing } from './commands-watch.ts';
import type { Settings } from './model-facts.ts';
import { findMissing } from './queries-missing.ts';
import { readHouse, settingsOf, zonesOf } from './queries-settings.ts';

/** Every minute: looks at what is due to be looked at. Twice, late, or after days of downtime, it comes to the same. */
const tickJob = defineJob({ name: 'follow-ups-tick', payload: z.object({}), retryLimit: 0 });
/** Every night, and when the server starts: finds what nobody said was new. */
const sweepJob = defineJob({ name: 'follow-ups-sweep', payload: z.object({}), expireSeconds: 3 * 3600 });

/** Things looked at in one transaction. */
const TOGETHER = 500;
/** Missing things that are read at once, to be watched a page after the other. */
const MISSING = 20_000;
const ORGANIZATIONS = 1000;
const DIGESTS = 2000;

type Parts = Pick<Platform, 'db' | 'clock' | 'log'>;

async function settingsFor(db: Database, organization: string, now: Date): Promise<Settings> {
  return (await houseOf(db, organization, now)).settings;
}

async function houseOf(
  db: Database,
  organization: string,
  now: Date,
): Promise<{ settings: Settings; zones: ReadonlyMap<string, string> }> {
  const house = await inScope(db, mintScope(organization), (tx) => readHouse(tx, organization));
  const zones = await atGate(db, (tx) =>
    zonesOf(
      tx,
      house.people.map((one) => one.person_id),
    ),
  );
  return { settings: await settingsOf(house, zones, now), zones };
}

/** Looks at everything that is due, for every organization. Answers how many things it looked at. */
export async function tick({ db, log }: Pick<Parts, 'db' | 'log'>, now: Date): Promise<number> {
  let looked = 0;
  const tried = new Set<string>();
  for (;;) {
    const { rows } = await asWorker(db, (tx) =>
      tx.query<{ organization_id: string }>(
        `select distinct organization_id from watched where look_at <= $1 and organization_id <> all($2) limit $3`,
        [now, [...tried], ORGANIZATIONS],
      ),
    );
    if (rows.length === 0) return looked;
    for (const { organization_id: organization } of rows) {
      tried.add(organization);
      try {
        looked += await tickOne(db, organization, now);
      } catch (error) {
        // One organization's trouble keeps nobody else's things; the next minute tries again.
        log.error({ err: error, organization }, 'what an organization has to follow up could not be looked at');
      }
    }
  }
}

async function tickOne(db: Database, organization: string, now: Date): Promise<number> {
  const settings = await settingsFor(db, organization, now);
  for (let looked = 0; ; ) {
    const count = await inScope(db, mintScope(organization), (tx) =>
      lookAtDue(tx, organization, settings, now, TOGETHER),
    );
    looked += count;
    if (count < TOGETHER) return looked;
  }
}

/** Writes the digests whose time has come, one transaction for each person. */
export async function tellDigests(
  parts: Pick<Platform, 'db' | 'log' | 'config' | 'secrets'>,
  now: Date,
): Promise<void> {
  const { db, log, config } = parts;
  const { rows } = await asWorker(db, (tx) =>
    tx.query<{ organization_id: string; person_id: string }>(
      'select organization_id, person_id from reminder_settings where next_at <= $1 order by organization_id, next_at limit $2',
      [now, DIGESTS],
    ),
  );
  const known = new Map<string, Settings>();
  for (const { organization_id: organization, person_id: person } of rows) {
    try {
      const settings = known.get(organization) ?? (await settingsFor(db, organization, now));
      known.set(organization, settings);
      const telling = { settings, post: postOf(parts), publicUrl: config.publicUrl, now };
      await inScope(db, mintScope(organization), (tx) => tellDigest(tx, organization, person, telling));
    } catch (error) {
      log.error({ err: error, organization, person }, 'a digest could not be written');
    }
  }
}

/**
 * Looks for everything of an organization anew: what was there before this was kept, what was brought in from elsewhere, and what was
 * missed. What is watched already is looked at once more. A page in each transaction: nobody waits for long, and where it is broken off
 * what was done stays done; begun again, it comes to the same.
 */
async function sweepOne(db: Database, organization: string, now: Date): Promise<void> {
  const scope = mintScope(organization);
  const { zones } = await houseOf(db, organization, now);
  await inScope(db, scope, (tx) => keepReminders(tx, organization, zones, now));
  for (let found = MISSING; found === MISSING; ) {
    const missing = await inScope(db, scope, (tx) => findMissing(tx, organization, MISSING));
    for (let at = 0; at < missing.length; at += TOGETHER) {
      const page = missing.slice(at, at + TOGETHER);
      await inScope(db, scope, (tx) => watchMissing(tx, organization, page, now));
    }
    found = missing.length;
  }
  for (let from: SweptTo | undefined = { kind: '', subject: '' }; from; ) {
    const after: SweptTo = from;
    from = await inScope(db, scope, (tx) => lookAgainFrom(tx, organization, after, TOGETHER, now));
  }
}

/** Sweeps every organization that is here. */
export async function sweepAll({ db, log }: Pick<Parts, 'db' | 'log'>, now: Date): Promise<void> {
  const found = await atGate(db, (tx) =>
    tx.query<{ id: string }>('select id from organizations where claimed_at is not null order by id'),
  );
  for (const { id } of found.rows) {
    try {
      await sweepOne(db, id, now);
    } catch (error) {
      log.error({ err: error, organization: id }, 'what an organization has to follow up could not be swept');
    }
  }
}

export function followUpWork(platform: Platform): { start(): Promise<void>; stop(): Promise<void> } {
  const { jobs, clock } = platform;
  jobs.handle(tickJob, async () => {
    await tick(platform, clock.now());
    await tellDigests(platform, clock.now());
  });
  jobs.handle(sweepJob, () => sweepAll(platform, clock.now()));
  jobs.every(tickJob, '* * * * *', {});
  jobs.every(sweepJob, '41 2 * * *', {});
  return {
    async start() {
      await jobs.send(sweepJob, {});
    },
    stop: () => Promise.resolve(),
  };
}
