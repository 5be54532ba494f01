import nodemailer from 'nodemailer';
import type { Config } from '../config.ts';

/** A mail ready for the wire. Addresses are bare; names are given beside them, so that no name can be read as an address. */
export interface Envelope {
  from: { name: string; address: string };
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Parts that the HTML shows at their address (`cid:…`). */
  pictures?: { address: string; name: string; png: Buffer }[];
  /** An invitation or what became of it, for the calendar program of the recipient: shown by Outlook, Gmail and Apple with buttons. */
  calendar?: { method: 'REQUEST' | 'CANCEL' | 'REPLY' | 'PUBLISH'; ics: string };
  /** Where answers go, where not to the sender. */
  replyTo?: { name: string; address: string };
  messageId: string;
  inReplyTo?: string;
  references: string[];
  date: Date;
}

/** The mail server refused for good (5xx to this mail): trying again would change nothing. */
export class MailRefused extends Error {
  readonly reason: string;
  constructor(reason: string, options?: ErrorOptions) {
    super(`the mail server refused the mail: ${reason}`, options);
    this.name = 'MailRefused';
    this.reason = reason;
  }
}

export interface MailServer {
  /** Throws MailRefused if it is of no use to try again; any other error may pass. */
  send(mail: Envelope): Promise<void>;
  close(): void;
}

const seconds = (count: number): number => count * 1000;

/** Opens the way to the mail server of SMTP_URL; undefined without one. Connects with the first mail. */
export function openMailServer(config: Pick<Config, 'smtpUrl'>): MailServer | undefined {
  if (!config.smtpUrl) return undefined;
  const url = new URL(config.smtpUrl);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const signsIn = url.username !== '';
  const options = Object.fromEntries(url.searchParams);
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    // A password never travels in the clear to another machine.
    requireTLS: url.protocol === 'smtp:' && signsIn && !loopback,
    ignoreTLS: options.ignoreTLS === 'true' || undefined,
    tls: { minVersion: 'TLSv1.2', ...(options.rejectUnauthorized === 'false' && { rejectUnauthorized: false }) },
    ...(signsIn && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: seconds(15),
    greetingTimeout: seconds(15),
    socketTimeout: seconds(60),
    dnsTimeout: seconds(15),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ pictures = [], calendar, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          attachments: pictures.map(({ address, name, png }) => ({
            cid: address.replace(/^cid:/, ''),
            filename: name,
            content: png,
            contentType: 'image/png',
            contentDisposition: 'inline' as const,
          })),
          // Both as another form of the text, which shows the buttons, and as a file, for programs that know no such form.
          ...(calendar && { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.ics } }),
          envelope: { from: mail.from.address, to: [mail.to.address] },
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (error) {
        const reason = refusal(error);
        if (reason) throw new MailRefused(reason, { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** The server's own words, if it refused this mail for good. A refused password or connection may be put right: that waits. */
function refusal(error: unknown): string | undefined {
  const { code, responseCode, response } = error as { code?: string; responseCode?: number; response?: string };
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return undefined;
  // An address nodemailer itself cannot send to has no answer of a server.
  if (responseCode === undefined) return code === 'EENVELOPE' ? String((error as Error).message) : undefined;
  return responseCode >= 500 ? (response ?? `${responseCode}`) : undefined;
}
