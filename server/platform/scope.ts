import { isUuid } from './id.ts';
import { AppError } from './problem.ts';

declare const minted: unique symbol;

/** The organization on whose behalf a transaction runs. Only the gates can make one, so a query cannot forge it. */
export interface Scope {
  readonly organization: string;
  readonly [minted]: true;
}

/** Makes a scope. Who may call this is a rule of the house (tools/rules/purity.ts). */
export function mintScope(organization: string): Scope {
  if (!isUuid(organization)) throw new AppError('not_found', 'There is no such organization.');
  return Object.freeze({ organization }) as Scope;
}
