/** Servers of the distribution that tests start on the loopback: where to find them, if they are here. */
import { existsSync } from 'node:fs';

/** The mail server that is read over IMAP. */
export function findDovecot(): string | undefined {
  return ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot'].find((path) => existsSync(path));
}

/** The calendar server. */
export function findRadicale(): string | undefined {
  return ['/usr/bin/radicale', '/usr/local/bin/radicale'].find((path) => existsSync(path));
}
