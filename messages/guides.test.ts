import { expect, test } from 'vitest';
import { starterGuides as english } from './en/guides.ts';
import { starterGuides as spanish } from './es/guides.ts';

test('the guides ask the same in every language, six to fourteen questions each', () => {
  expect(Object.keys(spanish)).toEqual(Object.keys(english));
  for (const [key, guide] of Object.entries(english)) {
    const other = spanish[key as keyof typeof english];
    expect([key, other.questions.length]).toEqual([key, guide.questions.length]);
    expect(guide.questions.length).toBeGreaterThanOrEqual(6);
    expect(guide.questions.length).toBeLessThanOrEqual(14);
    expect(other.questions.filter((question) => guide.questions.includes(question))).toEqual([]);
    for (const question of [...guide.questions, ...other.questions]) expect(question.length).toBeLessThanOrEqual(500);
  }
});
