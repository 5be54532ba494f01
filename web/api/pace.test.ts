import { expect, test } from 'vitest';
import { paced } from './pace.ts';

test('a flood of events is answered at once, then once per rest, and the last one is not lost', () => {
  let done = 0;
  const rests: (() => void)[] = [];
  const go = paced(
    () => done++,
    1000,
    (work) => rests.push(work),
  );
  for (let n = 0; n < 100; n++) go();
  expect(done).toBe(1);
  rests.shift()?.();
  expect(done).toBe(2);
  rests.shift()?.();
  expect(done).toBe(2);
  go();
  expect(done).toBe(3);
});
