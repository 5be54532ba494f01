import { describe, expect, test } from 'vitest';
import { emptyPartner, emptyRow, plainDomain, readPartner, sameAs } from './new-partner.ts';

describe('a new partner', () => {
  test('needs a name and nothing else', () => {
    expect(readPartner({ ...emptyPartner(), name: ' Riverside ' })).toEqual({
      input: { name: 'Riverside', people: [], force: false },
    });
    expect(readPartner(emptyPartner())).toEqual({ problems: { name: 'nameMissing' } });
  });

  test('takes people with what is known of them, and no empty rows', () => {
    const people = [{ key: '1', name: 'Ana Ruiz', email: ' Ana@Riverside.example ', title: '' }, emptyRow('2')];
    expect(readPartner({ name: 'Riverside', domain: '', people }).input?.people).toEqual([
      { name: 'Ana Ruiz', email: 'ana@riverside.example' },
    ]);
  });

  test('says at each field what is missing or wrong', () => {
    const people = [
      { key: '1', name: '', email: 'ana@riverside.example', title: '' },
      { key: '2', name: 'Ben', email: 'ben@', title: '' },
    ];
    expect(readPartner({ name: 'Riverside', domain: 'riverside', people })).toEqual({
      problems: { domain: 'domainWrong', '1.name': 'personNameMissing', '2.email': 'emailWrong' },
    });
  });

  test('understands a domain pasted from the address bar', () => {
    expect(plainDomain(' https://www.Riverside-Hospital.example/about?x=1 ')).toBe('riverside-hospital.example');
  });
});

describe('a refusal because it is there already', () => {
  test('names the partners that are meant', () => {
    expect(
      sameAs({ reason: 'same-partner', existing: [{ id: '1', name: 'Riverside', domain: null }, 'x'] }),
    ).toMatchObject([{ id: '1', name: 'Riverside' }]);
  });

  test('is not read out of any other conflict', () => {
    expect(sameAs({ reason: 'other', existing: [{ id: '1', name: 'Riverside' }] })).toEqual([]);
  });
});
