import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMail } from './model-read.ts';

interface Sample {
  file: string;
  kind?: 'words' | 'auto-reply' | 'bounce' | 'delay' | 'refused';
  new?: string;
  folded?: boolean;
  empty?: boolean;
  without?: string[];
  attachments?: string[];
  subject?: string;
  fromName?: string;
  fromEmail?: string;
  calendar?: string;
  about?: string;
  anything?: boolean;
}

const folder = join(import.meta.dirname, '../../testing/mail-samples');
const samples = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Sample[];

describe('a mail as programs write it', () => {
  test.each(samples)('$file', async (sample) => {
    const read = await readMail(readFileSync(join(folder, sample.file)));
    if (sample.kind === 'refused') return expect(read.ok).toBe(false);
    if (!read.ok) return expect(sample.anything, `refused as ${read.reason}`).toBe(true);
    const { mail } = read;
    if (sample.kind) expect(mail.sort).toBe(sample.kind);
    if (sample.fromEmail) expect(mail.from.email).toBe(sample.fromEmail);
    if (sample.fromName) expect(mail.from.name).toBe(sample.fromName);
    if (sample.subject) expect(mail.subject).toBe(sample.subject);
    if (sample.new) expect(mail.words).toContain(sample.new);
    if (sample.new && sample.folded) {
      expect(mail.words).not.toMatch(/^>|wrote:|escribió|schrieb|From:|Sent:|De:|\+34/m);
      expect(mail.folded).not.toBe('');
    }
    if (sample.empty) expect(mail.words).toBe('');
    for (const each of sample.without ?? []) expect(mail.words + mail.folded).not.toContain(each);
    if (sample.attachments) expect(mail.files.map((file) => file.name)).toEqual(sample.attachments);
    if (sample.calendar) expect(mail.calendar?.method).toBe(sample.calendar);
    if (sample.about) expect(mail.report?.messageId).toBe(sample.about);
  });
});
