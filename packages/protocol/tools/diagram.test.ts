import { expect, it } from 'vitest';
import { stateDiagram, statesPage } from './diagram.ts';

it('docs/protocol-states.md is what the table says (after an intended change: vitest -u)', async () => {
  await expect(statesPage()).toMatchFileSnapshot('../../../docs/protocol-states.md');
});

it('the diagram knows every state and its way out', () => {
  for (const state of ['Negotiating', 'Performing', 'Reported', 'Disputed']) {
    expect(stateDiagram()).toContain(`${state} --> Closed`);
  }
});
