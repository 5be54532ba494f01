import { limits, missCauses, workKinds } from '@entente/protocol';
import { z } from '@hono/zod-openapi';

/**
 * What a person says, as the screen, a link or another program sends it: words in plain text, days as people say them.
 * `model.ts` turns it into an act of the log.
 */
/** Whole characters only: half of one cannot be kept, and would be hashed as something else than was sent. */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((value) => value.isWellFormed(), 'The text holds half a character. Write it again.')
    .refine(
      (value) => Buffer.byteLength(value) <= limits.textBytes,
      'The text is too long for one message. Send a part of it as a file.',
    );
const text = words(10_000);
const note = text.optional();
const near = (value: string): boolean => value >= '1900' && value < '2200';
const far = 'Choose a day between 1900 and 2199.';
const day = z.iso.date().refine(near, far);
const moment = z.iso.datetime().refine(near, far);
const hexId = z.string().regex(/^[0-9a-f]{64}$/);
const conditionId = words(40);
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/);

/** A day (ends when that day ends in the speaker's time zone) or an exact moment. */
export const deadlineInput = z
  .union([z.strictObject({ date: day }), z.strictObject({ at: moment })])
  .openapi('DeadlineInput');
export type DeadlineInput = z.infer<typeof deadlineInput>;

export const quantityInput = z.strictObject({ amount: decimal, unit: words(20) }).openapi('Quantity');

const workKind = z.enum(workKinds).openapi('WorkKind');

/** Terms in plain words. A condition that keeps its meaning keeps its `id`; a new one has none. */
export const termsInput = z
  .strictObject({
    what: words(2_000),
    conditions: z.array(z.strictObject({ id: conditionId.optional(), text: words(1_000) })).max(50),
    due: z.union([deadlineInput, z.strictObject({ days: z.int().min(1).max(3650) })]).optional(),
    work: workKind.optional(),
    effort: quantityInput.optional(),
    price: quantityInput.optional(),
    antecedent: z.strictObject({ text: words(1_000), by: deadlineInput }).optional(),
    replyBy: deadlineInput,
  })
  .openapi('TermsInput');
export type TermsInput = z.infer<typeof termsInput>;

const cause = z.enum(missCauses).openapi('MissCause').optional();
const answers = { answers: hexId.optional() };
const files = z.array(z.uuid()).max(20).optional();

export const proposalInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('amend'), terms: termsInput, cause, text: note }),
    z.strictObject({ kind: z.literal('release'), cause, text: note }),
    z.strictObject({ kind: z.literal('pause'), until: deadlineInput, due: deadlineInput.optional(), text: note }),
    z.strictObject({ kind: z.literal('hand-over'), newcomer: z.uuid(), text: note }),
    z.strictObject({ kind: z.literal('assign'), newcomer: z.uuid(), text: note }),
    z.strictObject({ kind: z.literal('end-together'), successor: hexId.optional(), text: note }),
    z.strictObject({ kind: z.literal('reopen'), due: deadlineInput, text: note }),
  ])
  .openapi('ProposalInput');
export type ProposalInput = z.infer<typeof proposalInput>;

const opinion = z.enum(['yes', 'partly', 'no']);
const perCondition = { condition: conditionId, text: note };

export const sayingInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('request'), terms: termsInput }),
    z.strictObject({ kind: z.literal('offer'), terms: termsInput }),
    z.strictObject({ kind: z.literal('counter'), ...answers, terms: termsInput, text: note }),
    z.strictObject({ kind: z.literal('defer'), ...answers, until: deadlineInput, text: note }),
    z.strictObject({ kind: z.literal('agree'), ...answers, text: note }),
    z.strictObject({ kind: z.literal('decline'), ...answers, text: note }),
    z.strictObject({ kind: z.literal('withdraw'), ...answers, text: note }),
    z.strictObject({ kind: z.literal('fulfil'), text: note, files }),
    z.strictObject({
      kind: z.literal('progress'),
      text: note,
      effort: quantityInput.optional(),
      atRisk: z.boolean().optional(),
      expected: deadlineInput.optional(),
      cause,
    }),
    z.strictObject({
      kind: z.literal('report'),
      on: z.array(z.strictObject({ ...perCondition, files })).max(50),
      effort: quantityInput.optional(),
      cause,
      text: note,
    }),
    z.strictObject({ kind: z.literal('retract'), ...answers, text: note }),
    z.strictObject({
      kind: z.literal('accept'),
      ...answers,
      verdicts: z.array(z.strictObject({ ...perCondition, verdict: z.enum(['met', 'waived']) })).max(50),
      satisfaction: z.int().min(1).max(5).optional(),
      text: note,
    }),
    z.strictObject({
      kind: z.literal('return'),
      ...answers,
      unmet: z.array(z.strictObject(perCondition)).max(50),
      text: note,
    }),
    z.strictObject({ kind: z.literal('contest'), ...answers, cites: z.array(conditionId).max(50), text }),
    z.strictObject({
      kind: z.literal('settle'),
      settlement: z.enum(['satisfied', 'satisfied-with-waivers', 'released', 'ended-together', 'failed', 'performing']),
      due: deadlineInput.optional(),
      text: note,
    }),
    z.strictObject({ kind: z.literal('propose'), proposal: proposalInput }),
    z.strictObject({ kind: z.literal('consent'), ...answers, text: note }),
    z.strictObject({ kind: z.literal('refuse'), ...answers, text: note }),
    z.strictObject({ kind: z.literal('take-back'), ...answers, text: note }),
    z.strictObject({ kind: z.literal('resume'), text: note }),
    z.strictObject({ kind: z.literal('cancel'), cause, text }),
    z.strictObject({ kind: z.literal('renege'), cause, text }),
    z.strictObject({ kind: z.literal('stop'), cause, text }),
    z.strictObject({ kind: z.literal('close-unconfirmed'), text: note }),
    z.strictObject({ kind: z.literal('judge'), fair: opinion, efficient: opinion, again: opinion, text: note }),
    z.strictObject({ kind: z.literal('make-good'), text, files }),
    z.strictObject({ kind: z.literal('forgive'), text: note }),
    z.strictObject({ kind: z.literal('say'), text, files, question: z.boolean().optional() }),
    z.strictObject({ kind: z.literal('stand-in') }),
    z.strictObject({ kind: z.literal('link'), relation: z.enum(['supports', 'exchange']), other: hexId }),
    z.strictObject({
      kind: z.literal('confirm'),
      confirmed: z.array(hexId).max(200),
      denied: z.array(hexId).max(200),
      text: note,
    }),
  ])
  .openapi('SayingInput');
export type SayingInput = z.infer<typeof sayingInput>;

/** Writing down what a partner without an account said: who of them said it, and when. */
export const recordedInput = z
  .strictObject({
    speaker: z.enum(['customer', 'performer', 'newcomer']).optional(),
    person: z.uuid().optional(),
    at: moment.optional(),
  })
  .openapi('RecordedInput');

export const actInput = z.strictObject({ saying: sayingInput, recorded: recordedInput.optional() }).openapi('ActInput');
export type ActInput = z.infer<typeof actInput>;

export const openInput = z
  .strictObject({
    saying: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('request'), terms: termsInput }),
      z.strictObject({ kind: z.literal('offer'), terms: termsInput }),
    ]),
    /** Whom of the other side it is put to. */
    to: z.uuid().optional(),
    threadId: z.uuid().optional(),
    recorded: recordedInput.optional(),
  })
  .openapi('OpenInput');
export type OpenInput = z.infer<typeof openInput>;

/** Where the log stands after an act. */
export const spoken = z
  .object({ conversation: hexId, partnership: z.uuid(), head: hexId, position: z.int() })
  .openapi('Spoken');
