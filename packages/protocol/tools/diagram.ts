import type { ActRule, ProposalRule, StateName } from '../src/index.ts';
import { actKinds, limits, proposalKinds, proposals, table } from '../src/index.ts';

const states: StateName[] = ['negotiating', 'performing', 'reported', 'disputed', 'closed'];

const title = (state: string): string => state[0]!.toUpperCase() + state.slice(1);

/** Arrows that lead from one state to another, with the acts that take them. */
function arrows(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (from: string, to: string, act: string) => {
    const key = `${from} --> ${to}`;
    found.set(key, [...(found.get(key) ?? []), act]);
  };
  for (const kind of actKinds) {
    const { from, to } = table[kind];
    if (kind === 'consent') continue;
    for (const start of from) {
      for (const end of to)
        if (end !== 'same' && end !== start) add(start === 'new' ? '[*]' : title(start), title(end), kind);
      if (start === 'closed' && kind === 'accept') add('Closed', 'Closed', 'accept after unconfirmed');
    }
  }
  for (const kind of proposalKinds) {
    const { from, to } = proposals[kind];
    for (const start of from)
      for (const end of to) if (end !== 'same' && end !== start) add(title(start), title(end), `${kind} by consent`);
  }
  add('Disputed', 'Closed', 'settle by consent');
  add('Disputed', 'Performing', 'settle by consent');
  add('Negotiating', 'Closed', 'lapsed by the clock');
  add('Performing', 'Closed', 'expired by the clock');
  return found;
}

/** Mermaid text of the five states. */
export function stateDiagram(): string {
  const lines = [...arrows()].map(([arrow, acts]) => `  ${arrow}: ${acts.join(', ')}`);
  return ['stateDiagram-v2', ...lines].join('\n');
}

const cell = (values: readonly string[]): string => (values.length > 0 ? values.join(', ') : '–');

const fields = (rule: ActRule | ProposalRule): string[] =>
  rule.fields.map(({ name, required }) => (required ? name : `${name}?`));

const from = ({ from: starts, outcomes }: ActRule | ProposalRule): string =>
  cell(starts.map((state) => (state === 'closed' && outcomes ? `closed (${outcomes.join(', ')})` : state)));

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

function actTable(): string[] {
  const rows = actKinds.map((kind) => {
    const rule = table[kind];
    const needs = [...rule.when, ...rule.needs, ...(rule.answers ? [`answers the ${rule.answers}`] : [])];
    const to = rule.to.map((state) => (state === 'closed' ? `closed (${cell(rule.closes ?? [])})` : state));
    return row([kind, cell(rule.by), from(rule), cell(needs), cell(to), cell(rule.evidence), cell(fields(rule))]);
  });
  return [row(['Act', 'By', 'From', 'Needs', 'To', 'May leave', 'Says']), row(Array<string>(7).fill('---')), ...rows];
}

function proposalTable(): string[] {
  const rows = proposalKinds.map((kind) => {
    const rule = proposals[kind];
    const to = rule.to.map((state) => (state === 'closed' ? `closed (${cell(rule.closes ?? [])})` : state));
    return row([
      kind,
      from(rule),
      cell([...rule.when, ...rule.needs]),
      cell(to),
      rule.replaces ?? '–',
      cell(fields(rule)),
    ]);
  });
  return [
    row(['Proposal', 'From', 'Needs', 'With consent', 'Newcomer becomes', 'Says']),
    row(Array<string>(6).fill('---')),
    ...rows,
  ];
}

function crossingTable(): string[] {
  const byRank = new Map<number, string[]>();
  for (const kind of actKinds) byRank.set(table[kind].rank, [...(byRank.get(table[kind].rank) ?? []), kind]);
  const rows = [...byRank.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, kinds], index) => row([String(index + 1), cell(kinds)]));
  return [row(['Place', 'Acts']), row(['---', '---']), ...rows];
}

const limitTable = (): string[] => [
  row(['Limit', 'Value']),
  row(['---', '---']),
  ...Object.entries(limits).map(([name, value]) => row([name, String(value)])),
];

/** The page `docs/protocol-states.md`, all of it from the table. */
export function statesPage(): string {
  return `${[
    '# States and acts of a conversation',
    '',
    'Generated from the table in `packages/protocol/src/table.ts`; after a change run `npx vitest run packages/protocol -u`.',
    'What the rules mean and why they are so is in [the decision page](decisions/0010-protocol.md).',
    '',
    '```mermaid',
    stateDiagram(),
    '```',
    '',
    `The five states: ${states.join(', ')}. Acts that move no state are in the table only.`,
    '',
    '## Acts',
    '',
    '*mover*: the side that did not write the open terms; *author*: the side that did; *asked*: the author while a question to them is open;',
    '*other*: the side a pending proposal waits for; *proposer*: who made it; *newcomer*: the third organization it names.',
    '',
    ...actTable(),
    '',
    '## Proposals',
    '',
    'Either side makes them with `propose`; one is pending at a time; the old terms bind until consent.',
    '',
    ...proposalTable(),
    '',
    '## Acts that cross',
    '',
    'Acts whose authors did not know of each other are folded in this order, then by causal depth, then by id. What no longer fits is void.',
    'Among proposals that crossed the customer’s comes first and the performer’s next.',
    '',
    ...crossingTable(),
    '',
    '## Limits',
    '',
    ...limitTable(),
  ].join('\n')}\n`;
}
