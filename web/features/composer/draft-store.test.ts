import { describe, expect, test } from 'vitest';
import { loadLocal, newer, readDraft, removeLocal, saveLocal, type Shelf } from './draft-store.ts';
import { type Draft, emptyDraft } from './values.ts';

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function said(text: string, savedAt: string): Draft {
  const draft = emptyDraft(savedAt);
  return { ...draft, values: { ...draft.values, text } };
}

describe('a draft', () => {
  test('is there again as it was typed', () => {
    const place = shelf();
    const draft = said('half a sentence', '2026-06-10T10:00:00.000Z');
    saveLocal(place, 'conversation:1', draft);
    expect(loadLocal(place, 'conversation:1')).toEqual(draft);
    expect(loadLocal(place, 'conversation:2')).toBeUndefined();
  });

  test('leaves nothing behind once it is empty or sent', () => {
    const place = shelf();
    saveLocal(place, 'a', said('words', '2026-06-10T10:00:00.000Z'));
    saveLocal(place, 'a', said('  ', '2026-06-10T10:00:01.000Z'));
    expect(place.kept.size).toBe(0);
    saveLocal(place, 'a', said('words', '2026-06-10T10:00:02.000Z'));
    removeLocal(place, 'a');
    expect(place.kept.size).toBe(0);
  });

  test('on this device and on the server: the one written last wins, and words win over none', () => {
    const early = said('early', '2026-06-10T10:00:00.000Z');
    const late = said('late', '2026-06-10T11:00:00.000Z');
    const blank = emptyDraft('2026-06-10T12:00:00.000Z');
    expect(newer(early, late)).toBe(late);
    expect(newer(late, early)).toBe(late);
    expect(newer(blank, early)).toBe(early);
    expect(newer(early, undefined)).toBe(early);
    expect(newer(undefined, undefined)).toBeUndefined();
  });

  test('of an older release is filled up, and what is no draft is none', () => {
    const old = { v: 1, act: 'say', savedAt: '2026-06-10T10:00:00.000Z', values: { text: 'kept' } };
    expect(readDraft(old)?.values).toMatchObject({ text: 'kept', files: [], reports: {} });
    for (const other of [undefined, null, 'text', { v: 2 }, { v: 1, values: 'x' }])
      expect(readDraft(other)).toBeUndefined();
  });

  test('survives a browser that keeps nothing: the text stays on the screen', () => {
    const closed: Shelf = {
      getItem: () => {
        throw new Error('closed');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => {
        throw new Error('closed');
      },
    };
    expect(loadLocal(closed, 'a')).toBeUndefined();
    expect(saveLocal(closed, 'a', said('words', '2026-06-10T10:00:00.000Z'))).toBe(false);
    expect(() => removeLocal(closed, 'a')).not.toThrow();
  });
});
