import type pg from 'pg';

/**
 * One open transaction. Queries run in the order they were started; those started without awaiting in between travel together.
 * Values come back as: timestamptz an ISO 8601 string in UTC with milliseconds, date 'YYYY-MM-DD', int8 a number, numeric a
 * string, json parsed. Errors are node-postgres' DatabaseError, with the SQLSTATE as `code`.
 */
export type Tx = {
  query<R>(text: string, values?: unknown[]): Promise<{ rows: R[]; rowCount: number }>;
  /** The last statement, sent together with COMMIT: one way to the database less. Nothing can follow it. */
  finish<R>(text: string, values?: unknown[]): Promise<{ rows: R[]; rowCount: number }>;
};

/**
 * BEGIN and `enter`, the statement that enters the organization, are sent together with the first query of `work` and not
 * awaited on their own: if they fail, the transaction is aborted and nothing behind them can run. `entered` are the rows that
 * `enter` answers, for those who need them.
 */
export async function transact<T>(
  pool: pg.Pool,
  enter: string | undefined,
  work: (tx: Tx, entered: Promise<unknown[]>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const begun = client.query(enter === undefined ? 'begin' : `begin; ${enter}`);
  const entered = begun.then((results) => rowsOfLast(results));
  entered.catch(() => undefined);
  let beginError: unknown;
  begun.catch((error: unknown) => {
    beginError = error;
  });
  let open = true;
  let committed: Promise<pg.QueryResult> | undefined;
  const tx: Tx = {
    async finish<R>(text: string, values?: unknown[]) {
      const last = tx.query<R>(text, values);
      open = false;
      committed = client.query('commit');
      committed.catch(() => undefined);
      return last;
    },
    async query<R>(text: string, values?: unknown[]) {
      if (!open) throw new Error('the transaction is over: await every query inside of it');
      const result = await client.query(text, values);
      return { rows: result.rows as R[], rowCount: result.rowCount ?? 0 };
    },
  };
  let broken: Error | undefined;
  try {
    const result = await work(tx, entered);
    open = false;
    await begun;
    const { command } = await (committed ?? client.query('commit'));
    // A transaction that was aborted inside `work`, where the error was caught, commits nothing and says so only here.
    if (command !== 'COMMIT') throw new Error('the transaction was aborted by an error that was not passed on');
    return result;
  } catch (error) {
    open = false;
    broken = await rollBack(client);
    throw beginError ?? error;
  } finally {
    client.release(broken);
  }
}

/** Several statements sent as one text answer a list of results, which the types of pg do not know. */
function rowsOfLast(results: pg.QueryResult | pg.QueryResult[]): unknown[] {
  return (Array.isArray(results) ? results.at(-1)?.rows : results.rows) ?? [];
}

async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    // A connection on which even this fails is thrown away.
    return error instanceof Error ? error : new Error(String(error));
  }
}
