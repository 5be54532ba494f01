import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../../messages/catalogue.ts';
import type { Found, Kind } from '../../../server/features/search/schema.ts';
import { fitting, foundGroups, hrefOf, plainEntry } from './entries.ts';

const item = (more: Partial<Found> = {}): Found => ({
  id: 'i',
  title: 'Twelve places',
  detail: null,
  snippet: null,
  partnershipId: 'p',
  partner: 'Acero',
  own: false,
  nature: null,
  conversationId: null,
  ...more,
});

describe('what was found', () => {
  test('leads to where it can be read', () => {
    const to = (kind: Kind, more?: Partial<Found>) => hrefOf('uni', kind, item(more));
    expect([
      to('partner'),
      to('person'),
      to('member', { partnershipId: null }),
      to('conversation'),
      to('thread'),
      to('need'),
      to('need', { partnershipId: null }),
      to('note'),
      to('interview'),
      to('readback', { conversationId: 'c' }),
    ]).toEqual([
      '/o/uni/partners/p',
      '/o/uni/partners/p/people',
      '/o/uni/organization',
      '/o/uni/partners/p/conversations/i',
      '/o/uni/partners/p/threads/i',
      '/o/uni/partners/p/needs',
      '/o/uni/needs',
      '/o/uni/partners/p',
      '/o/uni/partners/p/listening/i',
      '/o/uni/partners/p/conversations/c',
    ]);
  });

  test('says whose it is: what is our own stands on its own ground', () => {
    const groups = foundGroups(messagesFor('en'), 'uni', {
      groups: [
        { kind: 'note', items: [item({ title: '', own: true })] },
        {
          kind: 'need',
          items: [
            item({ nature: 'need' }),
            item({ nature: 'need', own: true }),
            item({ nature: 'offer', own: true, partnershipId: null, partner: null }),
          ],
        },
      ],
    });
    expect(groups.flatMap((group) => group.entries.map(({ title, detail, own }) => [title, detail, own]))).toEqual([
      ['About Acero', null, true],
      ['Twelve places', 'Need, with Acero', false],
      ['Twelve places', 'Need, of Acero, as we know it', true],
      ['Twelve places', 'Offer, our own', true],
    ]);
  });
});

test('places fit by the beginnings of their words', () => {
  const places = ['Hoy', 'Nuestra organización'].map((title) =>
    plainEntry(title, { href: '/o/x', title, detail: null }),
  );
  const titles = (typed: string) => fitting(places, typed).map((entry) => entry.title);
  expect([titles(''), titles('ORGANIZACIO'), titles('nue org'), titles('tra')]).toEqual([
    ['Hoy', 'Nuestra organización'],
    ['Nuestra organización'],
    ['Nuestra organización'],
    [],
  ]);
});
