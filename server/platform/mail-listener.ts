import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** What is done with mails that are handed over to us. */
export interface MailListenerWork {
  /** Bytes of one mail. */
  most: number;
  /** Whether mail to this address is for us. */
  accepts(address: string): boolean;
  /** Has stored the mail once it returns; throws where it could not, and the sender keeps it and tries again. */
  take(mail: { raw: Buffer; recipients: string[] }): Promise<void>;
}

export interface MailListener {
  port: number;
  close(): Promise<void>;
}

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/**
 * Listens for mails that a mail server of our own hands over, at an address such as `lmtp://127.0.0.1:2424` or `smtp://…`. It
 * signs nobody in and relays nothing: it belongs behind a mail server, not into the open.
 */
export async function listenForMail(address: string, work: MailListenerWork): Promise<MailListener> {
  const url = new URL(address);
  const server = new SMTPServer({
    lmtp: url.protocol === 'lmtp:',
    name: 'entente',
    banner: 'Entente',
    size: work.most,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    socketTimeout: 60_000,
    closeTimeout: 5000,
    maxClients: 20,
    onRcptTo(to, _session, done) {
      done(work.accepts(to.address) ? null : refusal(550, '5.1.1 No such address here'));
    },
    onData(stream, session, done) {
      void answerTo(takeIn(stream, session, work), done);
    },
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(Number(url.port) || 2424, url.hostname.replace(/^\[|\]$/g, ''), () => {
      const bound = server.server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : 0);
    });
  });
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function answerTo(taking: Promise<void>, done: (error?: Error | null, words?: string) => void): Promise<void> {
  const error = await taking.then(
    () => null,
    (reason: unknown) => (isRefusal(reason) ? reason : refusal(451, '4.3.0 Not stored: try again later')),
  );
  done(error, '2.0.0 Taken');
}

const isRefusal = (error: unknown): error is Error => error instanceof Error && 'responseCode' in error;

async function takeIn(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { most, take }: MailListenerWork,
): Promise<void> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What is too long is read to its end, and not kept.
    if (bytes <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > most) throw refusal(552, '5.3.4 Mail too large');
  await take({ raw: Buffer.concat(chunks), recipients: session.envelope.rcptTo.map((to) => to.address) });
}
