import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerAddress, type AnswerSubject, answerToken, isSigned, readAnswerAddress } from './model-address.ts';

const about: AnswerSubject = {
  organization: '0190a0b0-1234-7abc-8def-0123456789ab',
  kind: 'conversation',
  partnership: '0190a0b0-1234-7abc-8def-0123456789ac',
  subject: 'f'.repeat(64),
  email: 'Irma@Example.org',
};
const key = 'a key that nobody knows';

test('an address is the same every time, for the same person in whatever letters', () => {
  const token = answerToken(key, about);
  expect(answerToken(key, { ...about, email: 'irma@example.ORG' })).toBe(token);
  expect(answerAddress('entente@example.org', token)).toBe(`entente+${token}@example.org`);
  expect(answerAddress('@answers.example.org', token)).toBe(`${token}@answers.example.org`);
  // A mailbox is at most 64 characters (RFC 5321, 4.5.3.1.1).
  expect(`entente+${token}`.length).toBeLessThanOrEqual(64);
});

test('an address read back names the organization, whatever mail systems did to its case', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom('entente@example.org', '@answers.example.org'), (organization, ours) => {
      const token = answerToken(key, { ...about, organization });
      const address = answerAddress(ours, token);
      expect(readAnswerAddress(ours, address.toUpperCase())).toEqual({ token, names: organization });
      expect(readAnswerAddress(ours, address)).toEqual({ token, names: organization });
    }),
  );
});

test('what is no address of ours is none', () => {
  const token = answerToken(key, about);
  for (const address of [
    '',
    'entente@example.org',
    `entente+${token}@example.com`,
    `other+${token}@example.org`,
    `entente+${token}x@example.org`,
    `entente+${token.slice(1)}@example.org`,
    `entente+${'1'.repeat(42)}@example.org`,
  ])
    expect(readAnswerAddress('entente@example.org', address)).toBeUndefined();
});

test('only the key that made a token knows it, and only for what it was made', () => {
  const token = answerToken(key, about);
  expect(isSigned(key, token, about)).toBe(true);
  expect(isSigned('another key', token, about)).toBe(false);
  expect(isSigned(key, token, { ...about, email: 'somebody@example.org' })).toBe(false);
  expect(isSigned(key, token, { ...about, subject: 'e'.repeat(64) })).toBe(false);
  expect(isSigned(key, 'short', about)).toBe(false);
});
