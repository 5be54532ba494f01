import type { Field } from '@entente/protocol';
import type { SayingInput } from '../../../server/features/acts/schema.ts';
import { type FormKey, fieldsOf, partsOf } from './form-key.ts';
import { type Problem, problem } from './problems.ts';
import { deadlineInput, quantityInput, saysTheSame, termsInput } from './terms-value.ts';
import type { ActValues, TermsValue } from './values.ts';

/** What a form needs to know beside what was typed. */
export interface FormContext {
  zone: string;
  /** Ids of the conditions spoken about, in the order of the terms. */
  conditions: readonly string[];
  /** Ids of the recorded acts that wait for a yes or no. */
  recordedActs: readonly string[];
  /** The due date has passed. */
  late: boolean;
  /** The terms a counter or an amendment starts from. */
  startTerms?: TermsValue;
}

type Content = Record<string, unknown>;
interface Read {
  content: Content;
  problems: Problem[];
}

const fine = (content: Content): Read => ({ content, problems: [] });
const wrong = (...problems: Problem[]): Read => ({ content: {}, problems });

function textOf(text: string | undefined): Content {
  const said = text?.trim();
  return said ? { text: said } : {};
}

function readTerms(values: ActValues, context: FormContext): Read {
  if (!values.terms) return wrong(problem('terms.what', 'missing'));
  const { terms, problems } = termsInput(values.terms, context.zone);
  if (!terms) return wrong(...problems);
  const start = context.startTerms;
  if (start && saysTheSame(values.terms, start)) return wrong(problem('terms', 'nothing-changed'));
  return fine({ terms });
}

function readReports(values: ActValues, context: FormContext): Read {
  const on = context.conditions.map((condition) => {
    const said = values.reports[condition];
    const words = [said?.text.trim(), said?.link.trim()].filter(Boolean).join('\n');
    const files = said?.files.map((each) => each.id) ?? [];
    return { condition, ...textOf(words), ...(files.length > 0 ? { files } : {}) };
  });
  const silent = on.filter((each) => !('text' in each) && !('files' in each));
  return silent.length > 0
    ? wrong(...silent.map((each) => problem(`on.${each.condition}`, 'every-condition')))
    : fine({ on });
}

function readVerdicts(values: ActValues, context: FormContext): Read {
  const open = context.conditions.filter((each) => !values.verdicts[each]?.verdict);
  if (open.length > 0) return wrong(...open.map((each) => problem(`verdicts.${each}`, 'pick-one')));
  return fine({
    verdicts: context.conditions.map((condition) => ({
      condition,
      verdict: values.verdicts[condition]?.verdict,
      ...textOf(values.verdicts[condition]?.text),
    })),
  });
}

function readUnmet(values: ActValues, context: FormContext): Read {
  const unmet = context.conditions
    .filter((each) => values.unmet[each]?.unmet)
    .map((condition) => ({ condition, ...textOf(values.unmet[condition]?.text) }));
  return unmet.length > 0 ? fine({ unmet }) : wrong(problem('unmet', 'at-least-one'));
}

function readAnswers(values: ActValues, context: FormContext): Read {
  const said = (answer: 'yes' | 'no') => context.recordedActs.filter((each) => values.answers[each] === answer);
  const [confirmed, denied] = [said('yes'), said('no')];
  return confirmed.length + denied.length > 0 ? fine({ confirmed, denied }) : wrong(problem('answers', 'at-least-one'));
}

/** The value of a field of one simple kind: absent is nothing said. */
function simpleValue({ name, kind }: Field, values: ActValues, context: FormContext): unknown {
  switch (kind) {
    case 'text':
      return values.text.trim() || undefined;
    case 'files':
      return values.files.length > 0 ? values.files.map((each) => each.id) : undefined;
    case 'deadline':
      return deadlineInput(values.deadlines[name], context.zone);
    case 'quantity':
      return quantityInput(values.quantities[name]);
    case 'flag':
      return values.flags[name] || undefined;
    case 'cites':
      return context.conditions.filter((each) => values.cites[each]);
    case 'settlement':
      return values.settlement;
    case 'satisfaction':
      return values.satisfaction;
    case 'opinion':
      return values.opinions[name];
    case 'party':
      return values.parties[name] || undefined;
    case 'conversation':
      return values.conversations[name] || undefined;
    case 'relation':
      return values.relation;
    case 'cause':
      return values.cause;
    default:
      return undefined;
  }
}

function missing(kind: Field['kind']): 'missing' | 'no-day' | 'pick-one' {
  if (kind === 'text') return 'missing';
  return kind === 'deadline' ? 'no-day' : 'pick-one';
}

function readField(field: Field, values: ActValues, context: FormContext): Read {
  if (field.kind === 'terms') return readTerms(values, context);
  if (field.kind === 'condition-reports') return readReports(values, context);
  if (field.kind === 'verdicts') return readVerdicts(values, context);
  if (field.kind === 'unmet') return readUnmet(values, context);
  if (field.kind === 'recorded-acts') return readAnswers(values, context);
  const value = simpleValue(field, values, context);
  if (field.kind === 'cites' && field.required && Array.isArray(value) && value.length === 0) {
    return wrong(problem(field.name, 'at-least-one'));
  }
  if (value === undefined) return field.required ? wrong(problem(field.name, missing(field.kind))) : fine({});
  return fine({ [field.name]: value });
}

/**
 * What the filled-in form of an act says, as the API takes it, or everything that keeps it from being sent.
 * The fields come from the protocol's table, so that a form exists for every act there is.
 */
export function sayingFrom(
  key: FormKey,
  values: ActValues,
  context: FormContext,
): { saying: SayingInput; problems: [] } | { saying?: undefined; problems: Problem[] } {
  const reads = fieldsOf(key, context.late).map((each) => readField(each, values, context));
  const problems = reads.flatMap((each) => each.problems);
  const { kind, proposal, relation, atRisk } = partsOf(key);
  const content: Content = Object.assign({}, ...reads.map((each) => each.content), relation && { relation });
  if (kind === 'progress' && problems.length === 0 && !atRisk && Object.keys(content).length === 0) {
    return { problems: [problem('text', 'missing')] };
  }
  if (problems.length > 0) return { problems };
  if (atRisk) content.atRisk = true;
  // The server parses it with the same closed shapes; here the table vouches for them.
  const saying = proposal ? { kind, proposal: { kind: proposal, ...content } } : { kind, ...content };
  return { saying: saying as SayingInput, problems: [] };
}
