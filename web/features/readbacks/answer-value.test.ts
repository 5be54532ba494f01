import { describe, expect, it } from 'vitest';
import type { Readback } from '../../../server/features/readbacks/schema.ts';
import { EMPTY_ANSWER, finishAnswer, readAnswer } from './answer-value.ts';

const point = (id: string, added = false) => ({
  id,
  added,
  tag: 'need' as const,
  certainty: 'heard' as const,
  text: id,
  verdict: null,
  correction: null,
});
const readback = { points: [point('one'), point('two'), point('theirs', true)] } as Readback;

describe('an answer to what was heard', () => {
  it('needs something on each point that was read back', () => {
    expect(finishAnswer(readback, { ...EMPTY_ANSWER, verdicts: { one: 'confirmed' } })).toEqual({
      kind: 'unanswered',
      points: ['two'],
    });
  });

  it('needs the words of a correction', () => {
    const draft = {
      ...EMPTY_ANSWER,
      verdicts: { one: 'corrected', two: 'confirmed' } as const,
      corrections: { one: ' ' },
    };
    expect(finishAnswer(readback, draft)).toEqual({ kind: 'empty-correction', points: ['one'] });
  });

  it('says at least one thing', () => {
    expect(finishAnswer(readback, { ...EMPTY_ANSWER, verdicts: { one: 'open', two: 'open' } })).toEqual({
      kind: 'nothing',
    });
  });

  it('sends corrections only where something is corrected, and no empty lines', () => {
    const draft = {
      verdicts: { one: 'corrected', two: 'confirmed' } as const,
      corrections: { one: ' by May ', two: 'left over' },
      added: [
        { tag: 'offer' as const, text: ' a hall ' },
        { tag: 'need' as const, text: '  ' },
      ],
      words: ' thanks ',
    };
    expect(finishAnswer(readback, draft)).toEqual({
      points: [
        { id: 'one', verdict: 'corrected', correction: 'by May' },
        { id: 'two', verdict: 'confirmed' },
      ],
      added: [{ tag: 'offer', text: 'a hall' }],
      words: 'thanks',
    });
  });

  it('starts empty where what was kept cannot be read', () => {
    for (const kept of ['', '{', 'null', '7']) expect(readAnswer(kept)).toEqual(EMPTY_ANSWER);
  });
});
