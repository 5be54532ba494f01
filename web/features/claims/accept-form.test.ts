import { expect, test } from 'vitest';
import { NEW, readClaim, type ClaimForm } from './accept-form.ts';

const reader = { locale: 'en', zone: 'Europe/Madrid' } as const;
const form: ClaimForm = {
  organization: NEW,
  name: 'Riverside Hospital',
  domain: 'https://riverside.example/',
  person: 'Ana Ruiz',
  password: 'ten letters',
  agreed: true,
};

test('somebody new makes an account and a new organization in one step', () => {
  expect(readClaim(form, false, reader).input).toEqual({
    newOrganization: { name: 'Riverside Hospital', domain: 'riverside.example' },
    person: { name: 'Ana Ruiz', password: 'ten letters', locale: 'en', timeZone: 'Europe/Madrid' },
  });
});

test('somebody signed in takes it over for one of their organizations', () => {
  expect(readClaim({ ...form, organization: 'o1' }, true, reader).input).toEqual({ organization: 'o1' });
});

test('nothing is taken over without a yes in words', () => {
  expect(readClaim({ ...form, agreed: false }, true, reader)).toEqual({ missing: ['agreed'] });
});

test('says everything that is missing at once', () => {
  expect(readClaim({ ...form, name: ' ', person: '', password: 'short' }, false, reader).missing).toEqual([
    'name',
    'person',
    'password',
  ]);
});
