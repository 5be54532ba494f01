import type { Answer, PointTag, Readback } from '../../../server/features/readbacks/schema.ts';

export type Verdict = Answer['points'][number]['verdict'];

/** An answer while it is being written. */
export interface AnswerDraft {
  verdicts: Record<string, Verdict>;
  corrections: Record<string, string>;
  added: { tag: PointTag; text: string }[];
  words: string;
}

export const EMPTY_ANSWER: AnswerDraft = { verdicts: {}, corrections: {}, added: [], words: '' };

/** A draft as it was kept on this device; anything else is an empty one. */
export function readAnswer(kept: string): AnswerDraft {
  try {
    const read = JSON.parse(kept) as Partial<AnswerDraft>;
    return typeof read === 'object' && read !== null ? { ...EMPTY_ANSWER, ...read } : EMPTY_ANSWER;
  } catch {
    return EMPTY_ANSWER;
  }
}

export type AnswerProblem =
  | { kind: 'unanswered'; points: string[] }
  | { kind: 'empty-correction'; points: string[] }
  | { kind: 'nothing' };

/** The answer as it can be sent, or what is missing. */
export function finishAnswer(readback: Readback, draft: AnswerDraft): Answer | AnswerProblem {
  const asked = readback.points.filter((point) => !point.added);
  const unanswered = asked.filter((point) => !draft.verdicts[point.id]).map((point) => point.id);
  if (unanswered.length > 0) return { kind: 'unanswered', points: unanswered };
  const blank = asked
    .filter((point) => draft.verdicts[point.id] === 'corrected' && !draft.corrections[point.id]?.trim())
    .map((point) => point.id);
  if (blank.length > 0) return { kind: 'empty-correction', points: blank };
  const points = asked.map(({ id }) => {
    const verdict = draft.verdicts[id] ?? 'open';
    return { id, verdict, ...(verdict === 'corrected' && { correction: draft.corrections[id]?.trim() ?? '' }) };
  });
  const added = draft.added.map((each) => ({ ...each, text: each.text.trim() })).filter((each) => each.text !== '');
  if (added.length === 0 && points.every((point) => point.verdict === 'open')) return { kind: 'nothing' };
  return { points, added, words: draft.words.trim() };
}
