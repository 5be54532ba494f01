/** A real mail server on the loopback for tests: takes mails, refuses whom it is told to, can be down. */
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** By lower-case name, unfolded and decoded. */
  headers: Record<string, string>;
  subject: string;
  text: string;
  html: string;
  raw: string;
}

export interface TestMailServer {
  url: string;
  port: number;
  mails: ReceivedMail[];
  /** Waits until so many mails are there. */
  received(count: number, milliseconds?: number): Promise<ReceivedMail[]>;
  /** Addresses refused for good. */
  refused: Set<string>;
  close(): Promise<void>;
}

/** Starts it; with a port, where one stood before. */
export async function testMailServer(port = 0): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(address, _session, done) {
      if (!refused.has(address.address)) return done();
      done(Object.assign(new Error('5.1.1 no such mailbox here'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({
          from,
          to: rcptTo.map((one) => one.address),
          ...parseMail(Buffer.concat(chunks).toString('latin1')),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${at}`,
    port: at,
    mails,
    refused,
    async received(count, milliseconds = 15_000) {
      const patience = performance.now() + milliseconds;
      while (mails.length < count) {
        if (performance.now() > patience)
          throw new Error(`${mails.length} of ${count} mails came: ${mails.map((mail) => mail.subject).join('; ')}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return mails;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8');
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi, (_, _charset: string, kind: string, text: string) => {
      return kind.toUpperCase() === 'B'
        ? decodeBody(text, 'base64')
        : decodeBody(text.replaceAll('_', ' '), 'quoted-printable');
    });
}

function splitPart(raw: string): { headers: Record<string, string>; body: string } {
  const at = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, at)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      decodeWords(line.slice(line.indexOf(':') + 1).trim()),
    ]),
  );
  return { headers, body: raw.slice(at + 4) };
}

function leaves(raw: string): { headers: Record<string, string>; body: string }[] {
  const part = splitPart(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(part.headers['content-type'] ?? '')?.[1];
  if (!boundary) return [part];
  return part.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((inner) => leaves(inner.replace(/^\r\n/, '')));
}

function parseMail(raw: string): Omit<ReceivedMail, 'from' | 'to'> {
  const { headers } = splitPart(raw);
  const parts = leaves(raw);
  const find = (type: string) => {
    const part = parts.find((one) => one.headers['content-type']?.startsWith(type));
    if (!part) return '';
    const encoding = (part.headers['content-transfer-encoding'] ?? '').toLowerCase();
    return decodeBody(part.body, encoding).replace(/\r\n/g, '\n');
  };
  return { headers, subject: headers.subject ?? '', text: find('text/plain'), html: find('text/html'), raw };
}
