import { createHash, createHmac, randomBytes } from 'node:crypto';
import {
  canonicalText,
  type Commit,
  type Conversation,
  type Deadline,
  type Part,
  type Saying,
  type StoredAct,
  type Terms,
  table,
} from '@entente/protocol';
import { endOfDay } from '../../platform/zone.ts';
import type { DeadlineInput, SayingInput, TermsInput } from './schema.ts';

/** Content kept beside the log, with the salt that ties it to its commitment. */
export interface Content {
  commitment: Commit;
  name: string;
  salt: string;
  text?: string;
  file_id?: string;
}

/** A file already stored, as an act may refer to it. */
export interface StoredFile {
  id: string;
  media: string;
  size: number;
  sha256: string;
}

export interface Words {
  /** Time zone in which the speaker's days end. */
  zone: string;
  /** Wording of the terms in force by its commitment, so that what did not change keeps its commitment. */
  known: Map<Commit, string>;
  files: Map<string, StoredFile>;
  conversation?: Conversation;
}

export interface Said {
  saying: Saying;
  parts: Part[];
  contents: Content[];
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `ends` of a moment, or of a day in the speaker's zone. */
export function deadline(input: DeadlineInput, zone: string): Deadline {
  if ('date' in input) return { ends: endOfDay(input.date, zone), date: input.date };
  return { ends: new Date(input.at).toISOString() };
}

class Writer {
  readonly parts: Part[] = [];
  readonly contents: Content[] = [];
  readonly #words: Words;
  readonly #byText = new Map<string, Commit>();

  constructor(words: Words) {
    this.#words = words;
    for (const [commit, text] of words.known) this.#byText.set(text, commit);
  }

  text(name: string, text: string): Commit {
    const salt = randomBytes(32);
    const content = Buffer.from(text, 'utf8');
    const commit = createHmac('sha256', salt).update(content).digest('hex');
    this.parts.push({ name, commit, size: content.length, media: 'text/plain' });
    this.contents.push({ commitment: commit, name, salt: salt.toString('hex'), text });
    return commit;
  }

  /** Unchanged wording keeps its commitment: that is how both sides see that a term did not change. */
  wording(name: string, text: string): Commit {
    return this.#byText.get(text) ?? this.text(name, text);
  }

  /** The content of a file part is the file's SHA-256 digest, so that a large file is read once. */
  file(id: string): Commit {
    const file = this.#words.files.get(id);
    if (!file) throw new Error('files are loaded before the act is written');
    const salt = randomBytes(32);
    const commit = createHmac('sha256', salt).update(Buffer.from(file.sha256, 'hex')).digest('hex');
    this.parts.push({ name: 'file', commit, size: file.size, media: file.media });
    this.contents.push({ commitment: commit, name: 'file', salt: salt.toString('hex'), file_id: id });
    return commit;
  }

  terms(input: TermsInput): Terms {
    const { zone, conversation } = this.#words;
    let next = conversation?.conditionIds.length ?? 0;
    return {
      what: this.wording('what', input.what),
      conditions: input.conditions.map((condition) => ({
        id: condition.id ?? `c${++next}`,
        text: this.wording('condition', condition.text),
      })),
      ...(input.due && { due: 'days' in input.due ? input.due : deadline(input.due, zone) }),
      ...(input.work && { work: input.work }),
      ...(input.effort && { effort: input.effort }),
      ...(input.price && { price: input.price }),
      ...(input.antecedent && {
        antecedent: {
          text: this.wording('antecedent', input.antecedent.text),
          by: deadline(input.antecedent.by, zone),
        },
      }),
      replyBy: deadline(input.replyBy, zone),
    };
  }
}

const deadlines = new Set(['until', 'expected', 'due']);
const nested = new Set(['on', 'verdicts', 'unmet']);

/** Every field of a saying but the words, days and files in it is already what the log keeps. */
function translate(writer: Writer, zone: string, input: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined) continue;
    if (key === 'text') out.text = writer.text('text', value as string);
    else if (key === 'files') out.files = (value as string[]).map((id) => writer.file(id));
    else if (key === 'terms') out.terms = writer.terms(value as TermsInput);
    else if (key === 'proposal') out.proposal = translate(writer, zone, value as Record<string, unknown>);
    else if (deadlines.has(key)) out[key] = deadline(value as DeadlineInput, zone);
    else if (nested.has(key))
      out[key] = (value as Record<string, unknown>[]).map((item) => translate(writer, zone, item));
    else out[key] = value;
  }
  return out;
}

/** From what a person typed to what the log keeps, with the content that stays beside it. */
export function write(input: SayingInput, words: Words): Said {
  const writer = new Writer(words);
  const saying = translate(writer, words.zone, input as Record<string, unknown>) as unknown as Saying;
  return { saying, parts: writer.parts, contents: writer.contents };
}

/** Ids of every file a saying refers to. */
export function filesOf(input: SayingInput): string[] {
  const own = 'files' in input ? (input.files ?? []) : [];
  return input.kind === 'report' ? input.on.flatMap((one) => one.files ?? []) : own;
}

/** First line of what is asked or offered, as lists show it. */
export function titleOf(what: string): string {
  const line = what.split('\n', 1)[0] ?? what;
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

/** An act that answers something names it; where the speaker left it out, it is what stands there now. */
export function fillAnswers(saying: Saying, conversation: Conversation): Saying {
  const { answers } = table[saying.kind];
  if (!answers || ('answers' in saying && saying.answers)) return saying;
  const standing = {
    terms: conversation.terms.act,
    report: conversation.report?.act,
    return: conversation.rework ?? conversation.returns.at(-1)?.act,
    pending: conversation.pending?.act,
  }[answers];
  return { ...saying, answers: standing ?? conversation.head } as Saying;
}

/** The canonical text that was hashed. */
export const bytesOf = ({ id: _id, ...act }: StoredAct): string => canonicalText(act);
