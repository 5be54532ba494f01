import type { ActId, StoredAct } from './act.ts';
import { apply, isVoid, open, skip } from './apply.ts';
import type { Conversation, Void } from './conversation.ts';
import { table } from './table.ts';
import type { ActRule } from './table/rule.ts';

export interface VoidAct extends Void {
  act: ActId;
}

/** One conversation, from whatever acts of it are at hand. */
export interface Folded {
  /** Absent while the opening act has not arrived, or if it is void. */
  conversation?: Conversation;
  /** Every act that has its place, void ones included, in the common order. */
  order: ActId[];
  voids: VoidAct[];
  /** Acts whose ancestors have not arrived. */
  waiting: ActId[];
}

interface Node {
  act: StoredAct;
  /** Ancestors named by the act that are not in their place yet. */
  missing: number;
  children: Node[];
  /** Length of the longest chain of ancestors. */
  depth: number;
}

/** An act of a kind this release does not know has no effect, so its place among others does not matter: like talk. */
const ruleOf = ({ kind }: StoredAct): ActRule => (Object.hasOwn(table, kind) ? table[kind] : table.say);

const speakers = { customer: 0, performer: 1, newcomer: 2 } as const;

/** Acts that crossed: by rank, then causal depth, then id. Nothing that depends on when or where an act arrived. */
function precedes(a: Node, b: Node): boolean {
  const [ruleA, ruleB] = [ruleOf(a.act), ruleOf(b.act)];
  if (ruleA.rank !== ruleB.rank) return ruleA.rank < ruleB.rank;
  if (ruleA.customerFirst && ruleB.customerFirst && a.act.side !== b.act.side) {
    return speakers[a.act.side] < speakers[b.act.side];
  }
  return a.depth === b.depth ? a.act.id < b.act.id : a.depth < b.depth;
}

const opens = (act: StoredAct): boolean => act.conversation === undefined;

function nodesOf(acts: Iterable<StoredAct>): Map<ActId, Node> {
  const nodes = new Map<ActId, Node>();
  for (const act of acts) if (!nodes.has(act.id)) nodes.set(act.id, { act, missing: 0, children: [], depth: 0 });
  for (const node of nodes.values()) {
    // Every act follows the opening one, even if it names no other act.
    for (const ancestor of new Set([node.act.prev, node.act.seen, node.act.conversation])) {
      if (ancestor === undefined) continue;
      node.missing += 1;
      nodes.get(ancestor)?.children.push(node);
    }
  }
  return nodes;
}

/** Acts of one author with the same number, and what their author said after them: nobody can tell which of them is the author's word. */
function forkedActs(nodes: Map<ActId, Node>): Set<ActId> {
  const bySlot = new Map<string, StoredAct[]>();
  for (const { act } of nodes.values()) {
    const slot = `${act.seq} ${act.from}`;
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), act]);
  }
  const forked = new Set<ActId>();
  for (const acts of bySlot.values()) if (acts.length > 1) for (const act of acts) forked.add(act.id);
  const queue = [...forked];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { act } of nodes.get(id)!.children) {
      if (act.prev !== id || forked.has(act.id)) continue;
      forked.add(act.id);
      queue.push(act.id);
    }
  }
  return forked;
}

/** Kahn's topological order; among acts that are ready, the one that precedes. Few are ready at once: at most one per organization. */
function ordered(nodes: Map<ActId, Node>, first: Node): StoredAct[] {
  const ready = [first];
  const order: StoredAct[] = [];
  while (ready.length > 0) {
    let best = 0;
    for (let index = 1; index < ready.length; index += 1) if (precedes(ready[index]!, ready[best]!)) best = index;
    const [node] = ready.splice(best, 1) as [Node];
    order.push(node.act);
    for (const child of node.children) {
      child.missing -= 1;
      child.depth = Math.max(child.depth, node.depth + 1);
      if (child.missing === 0) ready.push(child);
    }
  }
  return order;
}

/** The opening act: there is one. Should foreign acts be among them, the one that most acts name, then the lowest id. */
function openingOf(nodes: Map<ActId, Node>): Node | undefined {
  let best: Node | undefined;
  for (const node of nodes.values()) {
    if (!opens(node.act)) continue;
    const more = best ? node.children.length - best.children.length : 1;
    if (more > 0 || (more === 0 && node.act.id < best!.act.id)) best = node;
  }
  return best;
}

/** One act in its place: the conversation before and after it, or why it has no effect. */
export interface Step {
  act: StoredAct;
  before?: Conversation;
  after?: Conversation;
  refusal?: Void;
}

function takeStep(conversation: Conversation | undefined, act: StoredAct, forked: boolean): Step {
  const before = conversation && { before: conversation };
  if (forked) return { act, ...before, refusal: { void: 'fork' } };
  const result = conversation ? apply(conversation, act) : open(act);
  return isVoid(result) ? { act, ...before, refusal: result } : { act, ...before, after: result };
}

/** Tells a log again, act by act, in the common order: for evidence, and for whoever wants to see how it came about. */
export function retell(acts: Iterable<StoredAct>): { steps: Step[]; conversation?: Conversation; waiting: ActId[] } {
  const nodes = nodesOf(acts);
  const first = openingOf(nodes);
  const forked = forkedActs(nodes);
  const steps: Step[] = [];
  let conversation: Conversation | undefined;
  for (const act of first ? ordered(nodes, first) : []) {
    const step = takeStep(conversation, act, forked.has(act.id));
    steps.push(step);
    if (step.after) conversation = step.after;
    else if (conversation && step.refusal?.void !== 'fork') conversation = skip(conversation, act);
  }
  const placed = new Set(steps.map((step) => step.act.id));
  const waiting = [...nodes.keys()].filter((id) => !placed.has(id)).sort();
  return { steps, ...(conversation && { conversation }), waiting };
}

/**
 * Folds the acts of one conversation, whatever order they arrived in: the same set of acts gives the same conversation everywhere.
 * An act that no longer fits is kept and void, and its author's chain goes on from it.
 */
export function fold(acts: Iterable<StoredAct>): Folded {
  const { steps, conversation, waiting } = retell(acts);
  return {
    ...(conversation && { conversation }),
    order: steps.map((step) => step.act.id),
    voids: steps.flatMap(({ act, refusal }) => (refusal ? [{ act: act.id, ...refusal }] : [])),
    waiting,
  };
}
