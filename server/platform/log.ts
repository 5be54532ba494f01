import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

export interface LogOptions {
  level?: string;
  destination?: DestinationStream;
}

const SECRET_PATHS = ['password', 'token', 'secret', 'cookie', 'authorization', 'set-cookie'].flatMap((name) => {
  const key = name.includes('-') ? `["${name}"]` : `.${name}`;
  return [key.replace(/^\./, ''), `*${key}`, `*.*${key}`];
});

const TOKEN_IN_PATH = /(\/(?:l|m|invite|claim|magic|reset|api\/calendar)\/)[^/?#\s"']+/g;
const TOKEN_IN_QUERY = /([?&](?:token|code|key)=)[^&#\s"']+/g;

/** An address or text without the tokens that would open something. */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN_IN_PATH, '$1[token]').replace(TOKEN_IN_QUERY, '$1[token]');
}

/** The log of this process: JSON lines, without secrets, tokens or the texts people wrote. */
export function createLog(options: LogOptions = {}): Log {
  return pino(
    {
      level: options.level ?? 'info',
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET_PATHS, censor: '[secret]' },
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method) {
          const cleaned = args.map((each) => (typeof each === 'string' ? withoutTokens(each) : each));
          method.apply(this, cleaned as Parameters<typeof method>);
        },
      },
      serializers: {
        path: (value: unknown) => (typeof value === 'string' ? withoutTokens(value) : value),
        url: (value: unknown) => (typeof value === 'string' ? withoutTokens(value) : value),
        err: pino.stdSerializers.err,
      },
    },
    options.destination ?? pino.destination({ fd: 1, sync: true }),
  );
}
