import { join } from 'node:path';
import { readConfig } from '../server/config.ts';
import { createLog } from '../server/platform/log.ts';
import type { Platform } from '../server/platform/platform.ts';
import { memberVoice, type Voice } from '../server/features/voices/model.ts';
import { clusterFolder, readPostmaster } from '../server/platform/postgres-folder.ts';
import { postgresUser } from '../server/platform/postgres-user.ts';
import { openPlatform } from '../server/process.ts';
import { type SignedUp, signUp } from '../server/testing/people.ts';
import type { House } from './house.ts';
import type { RawConnection } from './pgbench.ts';

/** The measured server seen from the bench: its database, and a person who is signed in. */
export interface Setting {
  platform: Platform;
  person: SignedUp;
  cookie: string;
  /** The database as requests see it, for the raw reference. */
  raw: RawConnection;
  /** The database as its owner, for what only a bench needs. */
  owner: RawConnection;
  close(): Promise<void>;
}

export async function settle(house: House): Promise<Setting> {
  const env = { ENTENTE_DATA: house.dataFolder, PORT: String(house.port), PUBLIC_URL: house.address };
  const platform = await openPlatform(readConfig(env), createLog({ level: 'silent' }), { attach: true });
  const request = (path: string, init?: RequestInit) => fetch(new URL(path, house.address), init);
  const person = await signUp({ request, platform }, { organization: 'Bench University' });
  const address = await rawAddress(house);
  return {
    platform,
    person,
    cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    raw: { ...address, user: 'entente_app', password: platform.secrets.appPassword, database: 'postgres' },
    owner: { ...address, user: 'entente_owner', password: platform.secrets.ownerPassword, database: 'postgres' },
    close: () => platform.db.close(),
  };
}

/** The person speaking in their own organization, with the authority to promise. */
export function voiceOf({ id, name, email, organization }: SignedUp): Voice {
  return memberVoice(organization.id, { id, timeZone: 'UTC' }, { mayPromise: true, name, email });
}

async function rawAddress(house: House): Promise<{ host: string; port: number }> {
  const user = postgresUser(join(house.dataFolder, 'database', 'postgres'));
  const running = readPostmaster(join(await clusterFolder(house.dataFolder, user), 'postgres'));
  if (!running) throw new Error('the measured server runs no PostgreSQL of its own');
  return { host: running.socketFolder, port: running.port };
}
