import { z } from '@hono/zod-openapi';

export const courtesies = ['ask-first', 'tell-first', 'feel-free'] as const;
export const courtesySchema = z.enum(courtesies);

export const acquaintanceShape = z
  .object({
    person: z.uuid(),
    /** Who of us knows them. */
    member: z.object({ personId: z.uuid(), name: z.string() }),
    courtesy: courtesySchema,
    note: z.string().nullable(),
    updatedAt: z.iso.datetime(),
    may: z.object({ change: z.boolean() }),
  })
  .openapi('Acquaintance');
export type Acquaintance = z.infer<typeof acquaintanceShape>;

export const setAcquaintanceSchema = z
  .strictObject({ courtesy: courtesySchema, note: z.string().trim().min(1).max(1000).nullable().optional() })
  .openapi('SetAcquaintance');
export type SetAcquaintance = z.infer<typeof setAcquaintanceSchema>;

const elsewhere = z.object({
  partnershipId: z.uuid(),
  partner: z.string(),
  person: z.uuid(),
  at: z.iso.datetime(),
});
/** What we know of where somebody came from, or went: for our own organization only. */
export const moveShape = z
  .object({ person: z.uuid(), to: elsewhere.nullable(), from: elsewhere.nullable() })
  .openapi('MoveOfPerson');
export type Move = z.infer<typeof moveShape>;

/** `person`: their row at the new partner, where there is one; else it is made. */
export const newMoveSchema = z.strictObject({ partnership: z.uuid(), person: z.uuid().optional() }).openapi('NewMove');
export type NewMove = z.infer<typeof newMoveSchema>;

/** What only our own organization sees of the people of a partnership. */
export const ownPeople = z
  .object({
    acquaintances: z.array(acquaintanceShape),
    moves: z.array(moveShape),
    /** Colleagues for whom the reader may say it: themselves, and everybody for a manager. */
    colleagues: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  })
  .openapi('OwnPeople');
export type OwnPeople = z.infer<typeof ownPeople>;

/** A promise or a question that somebody stands for and that is not closed. */
export const openPromise = z
  .object({
    conversationId: z.string(),
    title: z.string(),
    as: z.enum(['customer', 'performer']),
    state: z.string(),
    dueAt: z.iso.datetime().nullable(),
  })
  .openapi('OpenPromise');
export type OpenPromise = z.infer<typeof openPromise>;
