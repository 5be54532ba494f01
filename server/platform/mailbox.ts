import { ImapFlow, type ImapFlowOptions } from 'imapflow';

/** How far a mailbox was read. A mail's UID only counts together with the mailbox's own UIDVALIDITY (RFC 3501, 2.3.1.1). */
export interface ReadUpTo {
  uidValidity: string | null;
  lastUid: number;
}

/** A mail as the mailbox gives it: whole, or its head only where it is larger than `most`. */
export interface FetchedMail {
  uid: number;
  uidValidity: string;
  raw: Buffer;
  size: number;
}

const seconds = (count: number): number => count * 1000;

/**
 * Reads what is new in the mailbox of an address such as `imaps://user:password@mail.example.org/INBOX`, oldest first, at most
 * `limit`. `take` has stored a mail once it returns; only then it is marked as read on the server. Throws where the connection
 * fails or ends; what was taken until then stays taken. Answers how many mails are left.
 */
export async function readMailbox(
  address: string,
  upTo: ReadUpTo,
  options: { most: number; limit: number },
  take: (mail: FetchedMail) => Promise<void>,
): Promise<{ left: number }> {
  const url = new URL(address);
  const client = clientFor(url);
  // Without a listener an error of the socket would end the process; the call that is waiting fails with it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const lock = await client.getMailboxLock(folderOf(url));
    try {
      const { mailbox } = client;
      if (mailbox === false) throw new Error('the mailbox could not be opened');
      const uidValidity = String(mailbox.uidValidity);
      const after = uidValidity === upTo.uidValidity ? upTo.lastUid : 0;
      const found = (await client.search({ uid: `${after + 1}:*` }, { uid: true })) || [];
      // A server answers `N:*` with its last mail even where that one is older.
      const fresh = found.filter((uid) => uid > after).toSorted((a, b) => a - b);
      for (const uid of fresh.slice(0, options.limit)) {
        const mail = await fetchMail(client, uid, options.most);
        if (mail) await take({ ...mail, uid, uidValidity });
        await client.messageFlagsAdd(String(uid), [String.raw`\Seen`], { uid: true });
      }
      return { left: Math.max(0, fresh.length - options.limit) };
    } finally {
      lock.release();
    }
  } finally {
    client.close();
  }
}

/** A connection that only waits for mail. */
export interface MailboxWatch {
  /** Whether the server would say at once that mail has come; where it would not, somebody has to look now and then. */
  readonly listening: boolean;
  close(): void;
}

/** Pauses before the connection is made anew: short at first, since most of what ends one passes. */
const RENEW_AFTER = seconds(2);
const RENEW_AFTER_MOST = seconds(300);
/** Networks forget connections on which nothing is said, and servers end them after half an hour (RFC 2177). */
const SAY_SOMETHING_AFTER = seconds(240);

/**
 * Waits in the mailbox for what the server says by itself (IDLE), and makes the connection anew where it ends. `onNews` is told of
 * mail, of a connection that has just begun to wait, since mail may have come before, and of one that was lost.
 */
export function watchMailbox(address: string, onNews: () => void): MailboxWatch {
  const url = new URL(address);
  let listening = false;
  let closed = false;
  let pause = RENEW_AFTER;
  let client: ImapFlow | undefined;
  let timer: NodeJS.Timeout | undefined;

  const wait = async (): Promise<void> => {
    const here = clientFor(url, { maxIdleTime: SAY_SOMETHING_AFTER, disableAutoIdle: true });
    client = here;
    here.on('error', () => undefined);
    here.on('exists', onNews);
    try {
      await here.connect();
      await here.mailboxOpen(folderOf(url), { readOnly: true });
      if (closed || !here.capabilities.has('IDLE')) return;
      listening = true;
      pause = RENEW_AFTER;
      onNews();
      await here.idle();
    } catch {
      // What is wrong with the mailbox says whoever looks into it.
    } finally {
      here.close();
      const lost = listening;
      listening = false;
      if (!closed) {
        timer = setTimeout(() => void wait(), pause);
        pause = Math.min(pause * 2, RENEW_AFTER_MOST);
        if (lost) onNews();
      }
    }
  };
  void wait();
  return {
    get listening() {
      return listening;
    },
    close() {
      closed = true;
      clearTimeout(timer);
      client?.close();
    },
  };
}

const folderOf = (url: URL): string => decodeURIComponent(url.pathname.slice(1)) || 'INBOX';

function clientFor(url: URL, more: Partial<ImapFlowOptions> = {}): ImapFlow {
  const secure = url.protocol === 'imaps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const loopback = ['localhost', '127.0.0.1', '::1'].includes(host);
  return new ImapFlow({
    host,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    // A password never travels in the clear to another machine.
    ...(!secure && !loopback && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    tls: {
      minVersion: 'TLSv1.2',
      ...(url.searchParams.get('rejectUnauthorized') === 'false' && { rejectUnauthorized: false }),
    },
    logger: false,
    connectionTimeout: seconds(15),
    greetingTimeout: seconds(15),
    socketTimeout: seconds(60),
    ...more,
  });
}

async function fetchMail(
  client: ImapFlow,
  uid: number,
  most: number,
): Promise<{ raw: Buffer; size: number } | undefined> {
  const about = await client.fetchOne(String(uid), { uid: true, size: true }, { uid: true });
  // Somebody deleted it meanwhile.
  if (!about) return undefined;
  const size = about.size ?? 0;
  if (size > most) {
    const head = await client.fetchOne(String(uid), { uid: true, headers: true }, { uid: true });
    return head && head.headers ? { raw: head.headers, size } : undefined;
  }
  const whole = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true });
  return whole && whole.source ? { raw: whole.source, size } : undefined;
}
