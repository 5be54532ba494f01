import type { Condition } from '@entente/protocol';
import type { ActShape, ConversationPage } from '../../../server/features/conversations/schema.ts';

export type ConditionStatus = 'open' | 'reported' | 'met' | 'waived' | 'unmet';

export interface Mark {
  at: string;
  text?: string;
  /** Commitments of the files beside it. */
  files: string[];
}

/** One condition as the checklist shows it: how it stands now, and what led there. */
export interface ConditionLine {
  id: string;
  text: string;
  status: ConditionStatus;
  report?: Mark;
  verdict?: Mark;
  returns: Mark[];
}

interface Entry {
  condition: string;
  text?: string;
}

function applyAct(
  lines: ConditionLine[],
  act: ActShape,
  words: (commit: string | undefined) => string | undefined,
): void {
  const { saying, at } = act;
  const mark = (entry: Entry, files: string[] = []): Mark => ({ at, text: words(entry.text), files });
  const each = (entries: readonly Entry[], change: (line: ConditionLine, at: number) => void) => {
    for (const [index, entry] of entries.entries()) {
      const line = lines.find((candidate) => candidate.id === entry.condition);
      if (line) change(line, index);
    }
  };
  if (saying.kind === 'report') {
    each(saying.on, (line, index) => {
      line.status = 'reported';
      line.report = mark(saying.on[index] ?? { condition: line.id }, saying.on[index]?.files);
    });
  }
  if (saying.kind === 'retract') {
    for (const line of lines) if (line.status === 'reported') line.status = 'open';
  }
  if (saying.kind === 'return') {
    each(saying.unmet, (line, index) => {
      line.status = 'unmet';
      line.returns.push(mark(saying.unmet[index] ?? { condition: line.id }));
    });
  }
  if (saying.kind === 'accept') {
    each(saying.verdicts, (line, index) => {
      line.status = saying.verdicts[index]?.verdict ?? 'met';
      line.verdict = mark(saying.verdicts[index] ?? { condition: line.id });
    });
  }
}

/** The conditions in force, each with its report, returns and verdict, folded from the acts that took effect. */
export function checklist(page: ConversationPage): ConditionLine[] {
  const words = (commit: string | undefined) => (commit === undefined ? undefined : page.texts[commit]?.text);
  const lines: ConditionLine[] = page.conversation.terms.terms.conditions.map((condition: Condition) => ({
    id: condition.id,
    text: words(condition.text) ?? '',
    status: 'open',
    returns: [],
  }));
  for (const act of page.acts) if (act.void === null) applyAct(lines, act, words);
  return lines;
}
