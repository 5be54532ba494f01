import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { newToken } from './platform/id.ts';
import { AppError } from './platform/problem.ts';

/** The settings of one process. Entente starts with none of them set. */
export interface Config {
  port: number;
  /** Absolute path of the folder with the embedded database, the files and the secrets. */
  dataFolder: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  databaseUrl?: string;
  smtpUrl?: string;
  mailFrom: string;
  /** Where mails for us are fetched (`imap:`, `imaps:`) or listened for (`lmtp:`, `smtp:`); absent: no answers are read. */
  mailInUrl?: string;
  /** Address that answers are sent to: `mailbox@domain`, to which a token is added, or `@domain`. Given where answers are read. */
  answerAddress?: string;
  /** Name under which the receiving server writes down what it found out about a sender (Authentication-Results); no other counts. */
  mailInTrusted?: string;
  /** Hosts on private addresses that people may name as their calendar server. */
  privateHosts: string[];
  /** How people reach this server, without a slash at the end. */
  publicUrl: string;
  role: 'web' | 'worker' | 'both';
  logLevel: string;
}

/** What this installation made up for itself on its first start. */
export interface Secrets {
  auth: string;
  linkKey: string;
  ownerPassword: string;
  appPassword: string;
  gatePassword: string;
  workerPassword: string;
}

const ROLES = ['web', 'worker', 'both'] as const;
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** An address of a database may lack its host (a socket), which URL does not accept; its beginning says enough. */
function urlProblem(name: string, value: string, protocols: string[]): string | undefined {
  const begins = protocols.some((each) => value.startsWith(`${each}//`));
  if (begins && (name === 'DATABASE_URL' || URL.canParse(value))) return undefined;
  return `${name} is not an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}. Correct it, or leave it out.`;
}

/** Reads the settings; throws one AppError that names every problem and what to do about it. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const get = (name: string) => env[name]?.trim() || undefined;
  const port = Number(get('PORT') ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`PORT is "${get('PORT')}". Give a number from 1 to 65535, or leave it out for 3000.`);
  }
  const role = ROLES.find((each) => each === (get('ENTENTE_ROLE') ?? 'both'));
  if (!role)
    problems.push(`ENTENTE_ROLE is "${get('ENTENTE_ROLE')}". Give web, worker or both, or leave it out for both.`);
  const logLevel = get('LOG_LEVEL') ?? 'info';
  if (!LEVELS.includes(logLevel)) problems.push(`LOG_LEVEL is "${logLevel}". Give one of ${LEVELS.join(', ')}.`);
  const publicUrl = (get('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/, '');
  const databaseUrl = get('DATABASE_URL');
  const smtpUrl = get('SMTP_URL');
  const mailInUrl = get('MAIL_IN_URL');
  const checked: [string, string | undefined, string[]][] = [
    ['PUBLIC_URL', get('PUBLIC_URL'), ['https:', 'http:']],
    ['DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:']],
    ['SMTP_URL', smtpUrl, ['smtp:', 'smtps:']],
    ['MAIL_IN_URL', mailInUrl, ['imap:', 'imaps:', 'lmtp:', 'smtp:']],
  ];
  for (const [name, value, protocols] of checked) {
    const problem = value === undefined ? undefined : urlProblem(name, value, protocols);
    if (problem) problems.push(problem);
  }
  const mailFrom = get('MAIL_FROM') ?? defaultSender(publicUrl);
  if (!/@/.test(mailFrom))
    problems.push(`MAIL_FROM is "${mailFrom}". Give an address like "Entente <entente@example.org>".`);
  const answerAddress = answersAt(get('ANSWER_ADDRESS'), mailInUrl, mailFrom, problems);
  const privateHosts = (get('PRIVATE_HOSTS') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((host) => host !== '');
  const odd = privateHosts.find((host) => !/^[a-z0-9.:_-]+$/.test(host));
  if (odd)
    problems.push(
      `PRIVATE_HOSTS holds "${odd}". Give names or addresses of hosts with commas between, without https://.`,
    );
  if (problems.length > 0 || !role) {
    throw new AppError('misconfigured', `Entente cannot start with these settings:\n- ${problems.join('\n- ')}`, {
      problems,
    });
  }
  return {
    port,
    dataFolder: resolve(get('ENTENTE_DATA') ?? 'data'),
    databaseUrl,
    smtpUrl,
    mailFrom,
    mailInUrl,
    answerAddress,
    mailInTrusted: get('MAIL_IN_TRUSTED'),
    privateHosts,
    publicUrl,
    role,
    logLevel,
  };
}

/** Where answers go: what is set, else the sender's own mailbox, if mails that arrive are read at all. */
function answersAt(
  given: string | undefined,
  mailInUrl: string | undefined,
  mailFrom: string,
  problems: string[],
): string | undefined {
  if (given && !/^[a-z0-9._-]{0,20}@[a-z0-9.-]+$/i.test(given))
    problems.push(
      `ANSWER_ADDRESS is "${given}". Give a mailbox of at most 20 letters like "entente@example.org", or a whole domain like "@answers.example.org".`,
    );
  if (given && !mailInUrl)
    problems.push(
      'ANSWER_ADDRESS is set and MAIL_IN_URL is not. Set both, so that answers are read, or leave both out.',
    );
  if (!mailInUrl) return undefined;
  const address = given ?? /<([^<>]+)>\s*$/.exec(mailFrom)?.[1]?.trim() ?? mailFrom.trim();
  if (!given && address.indexOf('@') > 20)
    problems.push('The mailbox of MAIL_FROM is too long for answers. Set ANSWER_ADDRESS to one of at most 20 letters.');
  return address.toLowerCase();
}

function defaultSender(publicUrl: string): string {
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'localhost';
  return `Entente <entente@${host}>`;
}

function newSecrets(): Secrets {
  return {
    auth: newToken(),
    linkKey: newToken(),
    ownerPassword: newToken(24),
    appPassword: newToken(24),
    gatePassword: newToken(24),
    workerPassword: newToken(24),
  };
}

/** The secrets of the installation, made on its first start and readable by its own user only. */
export async function loadSecrets(dataFolder: string): Promise<Secrets> {
  const path = join(dataFolder, 'secrets.json');
  await mkdir(dataFolder, { recursive: true });
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new AppError(
      'misconfigured',
      `${path} cannot be read (${error.code}). Start Entente as the user who owns it.`,
    );
  });
  if (text === undefined) return writeSecrets(path);
  const found = parseSecrets(path, text);
  await chmod(path, 0o600).catch(() => undefined);
  return found;
}

/** Written beside and then linked, so that two processes starting at once end up with the same secrets. */
async function writeSecrets(path: string): Promise<Secrets> {
  const draft = `${path}.${newToken(6)}`;
  await writeFile(draft, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return parseSecrets(path, await readFile(path, 'utf8'));
}

function parseSecrets(path: string, text: string): Secrets {
  const names = Object.keys(newSecrets()) as (keyof Secrets)[];
  let found: Partial<Secrets> = {};
  try {
    found = JSON.parse(text) as Partial<Secrets>;
  } catch {
    // An unreadable file is reported below, like one that lacks names.
  }
  const missing = names.filter((name) => typeof found[name] !== 'string' || found[name].length < 16);
  if (missing.length > 0) {
    throw new AppError(
      'misconfigured',
      `${path} is damaged (missing: ${missing.join(', ')}). Restore it from your backup.`,
    );
  }
  return found as Secrets;
}
