/** Why a form cannot be sent yet; every one has a sentence in the catalogue. */
export type ProblemWord =
  | 'missing'
  | 'no-day'
  | 'no-condition'
  | 'not-a-number'
  | 'no-unit'
  | 'every-condition'
  | 'pick-one'
  | 'nothing-changed'
  | 'at-least-one';

/** `field` names an input of the form (`terms.due`, `text`, `on.c1`). */
export interface Problem {
  field: string;
  word: ProblemWord;
}

export function problem(field: string, word: ProblemWord): Problem {
  return { field, word };
}

/** What to say at one input. */
export function problemAt(problems: readonly Problem[], field: string): ProblemWord | undefined {
  return problems.find((each) => each.field === field)?.word;
}
