/** A real mail server that is read over IMAP, on the loopback, for tests: Dovecot of the distribution with its own folder and settings. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { findDovecot } from './servers.ts';

export interface TestMailbox {
  /** As MAIL_IN_URL takes it. */
  url: string;
  port: number;
  /** Puts a mail into the inbox, as a mail server would. */
  deliver(raw: string | Buffer): Promise<void>;
  /** Mails by folder: the raw texts. */
  folder(name?: string): Promise<string[]>;
  /** Ends the server as a power cut would, and starts it again at the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Starts it; `undefined` where there is none on this machine. */
export async function testMailbox(): Promise<TestMailbox | undefined> {
  const program = findDovecot();
  if (!program) return undefined;
  const root = await mkdtemp(join(tmpdir(), 'entente-dovecot-'));
  const port = await freePort();
  // Root may not read mail as root; anybody else is who they are.
  const me = userInfo();
  const isRoot = me.uid === 0;
  const reader = isRoot ? await nobody() : { uid: me.uid, gid: me.gid };
  await mkdir(join(root, 'mail', 'new'), { recursive: true });
  for (const each of ['', 'new', 'cur', 'tmp']) {
    await mkdir(join(root, 'mail', each), { recursive: true });
    if (isRoot) await chown(join(root, 'mail', each), reader.uid, reader.gid);
  }
  if (isRoot) await chown(root, reader.uid, reader.gid);
  const conf = join(root, 'dovecot.conf');
  await writeFile(conf, settings({ root, port, isRoot, user: me.username, ...reader }));
  let server: ChildProcess | undefined;
  let delivered = 0;

  const start = async (): Promise<void> => {
    const child = spawn(program, ['-F', '-c', conf], { stdio: ['ignore', 'ignore', 'pipe'] });
    server = child;
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    for (let tries = 0; tries < 200; tries += 1) {
      if (child.exitCode !== null) break;
      if (await answers(port)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `Dovecot did not start: ${said || (await readFile(join(root, 'log'), 'utf8').catch(() => 'no word'))}`,
    );
  };
  const stop = async (): Promise<void> => {
    const child = server;
    server = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  await start();
  return {
    url: `imap://entente:secret@127.0.0.1:${port}/INBOX`,
    port,
    async deliver(raw) {
      // The names decide the order in which the server counts mails: by second, then by the number after M.
      delivered += 1;
      const name = `${Math.floor(Date.now() / 1000)}.M${String(delivered).padStart(6, '0')}P1.test`;
      await writeFile(join(root, 'mail', 'tmp', name), raw);
      if (isRoot) await chown(join(root, 'mail', 'tmp', name), reader.uid, reader.gid);
      await rename(join(root, 'mail', 'tmp', name), join(root, 'mail', 'new', name));
    },
    async folder(name = '') {
      const base = join(root, 'mail', name === '' ? '' : `.${name}`);
      const texts: string[] = [];
      for (const part of ['new', 'cur']) {
        for (const file of (await readdir(join(base, part)).catch(() => [])).toSorted())
          texts.push(await readFile(join(base, part, file), 'latin1'));
      }
      return texts;
    },
    stop,
    start,
    async close() {
      await stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Ids of the user whom nobody is, who reads the mail where this is root. */
async function nobody(): Promise<{ uid: number; gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((each) => each.startsWith('nobody:'));
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('data', () => done(true));
    socket.once('error', () => done(false));
    socket.setTimeout(1000, () => done(false));
  });
}

function settings(of: { root: string; port: number; isRoot: boolean; user: string; uid: number; gid: number }): string {
  const own = of.isRoot
    ? ''
    : `default_internal_user = ${of.user}\ndefault_login_user = ${of.user}\ndefault_internal_group =\n`;
  const login = of.isRoot ? '' : '  chroot =\n';
  return `base_dir = ${of.root}/run
state_dir = ${of.root}/state
log_path = ${of.root}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
${own}mail_location = maildir:${of.root}/mail
mail_uid = ${of.uid}
mail_gid = ${of.gid}
first_valid_uid = ${of.uid}
first_valid_gid = ${of.gid}
service imap-login {
${login}  inet_listener imap {
    port = ${of.port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
${login}}
service stats {
${login}}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${of.uid} gid=${of.gid} home=${of.root}
}
namespace inbox {
  inbox = yes
  separator = /
}
`;
}
