import { z } from '@hono/zod-openapi';
import { hexId } from '../conversations/schema.ts';

const text = z.string().trim().min(1).max(20_000);

export const newNoteSchema = z.strictObject({ text, conversationId: hexId.optional() }).openapi('NewNote');
export type NewNote = z.infer<typeof newNoteSchema>;
export const changeNoteSchema = z.strictObject({ text }).openapi('ChangeNote');

export const noteShape = z
  .object({
    id: z.uuid(),
    text: z.string(),
    conversationId: z.string().nullable(),
    author: z.object({ personId: z.uuid(), name: z.string() }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    may: z.object({ change: z.boolean() }),
  })
  .openapi('Note');
export type Note = z.infer<typeof noteShape>;

export const noteList = z.object({ items: z.array(noteShape), next: z.string().nullable() }).openapi('NoteList');

export const noteFilter = z.object({
  conversation: hexId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export type NoteFilter = z.infer<typeof noteFilter>;
