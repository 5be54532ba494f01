/** `npm run --silent bench -- append|today|attention|start|trust|trust-fold|trust-graph|search|fit|skills|mail`: each prints JSON lines, every figure with its raw reference from the same run. */
const benches: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  append: () => import('./append.ts'),
  today: () => import('./today.ts'),
  attention: () => import('./attention.ts'),
  start: () => import('./start.ts'),
  search: () => import('./search.ts'),
  trust: () => import('./trust.ts'),
  'trust-fold': () => import('./trust-fold.ts'),
  'trust-graph': () => import('./trust-graph.ts'),
  fit: () => import('./fit.ts'),
  skills: () => import('./skills.ts'),
  mail: () => import('./mail.ts'),
};

export {};

const [name = '', ...rest] = process.argv.slice(2);
const bench = benches[name];
if (bench) {
  await (await bench()).run(rest);
} else {
  console.error(`Say which: npm run --silent bench -- ${Object.keys(benches).join('|')}`);
  process.exitCode = 1;
}
