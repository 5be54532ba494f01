import { type Item, type Kind, termsOf } from '@entente/matching';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope } from '../../platform/database.ts';
import { mintScope } from '../../platform/scope.ts';
import type { SignedUp } from '../../testing/people.ts';
import { type Partners, twoPartners } from '../../testing/rooms.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { bestDisclosed } from './queries-candidates.ts';

let server: TestServer;
let partners: Partners;
let offer: string;

beforeAll(async () => {
  server = await testServer();
  partners = await twoPartners(server);
  const json = {
    nature: 'offer',
    kind: 'training',
    title: 'Talleres de ciberseguridad',
    detail: 'Con prácticas de soldadura y falconry.',
    skills: ['Nursing'],
  };
  offer = (await partners.b.json(`${partners.b.base}/needs`, { json, status: 201 })).id;
});
afterAll(() => server.close());

const tell = (level: string) =>
  partners.b.json(`${partners.b.base}/partnerships/${partners.partnership}/needs/${offer}/level`, {
    method: 'PUT',
    json: { level },
  });

function item(kind: Kind, title: string): Item {
  return { id: 'mine', kind, title, detail: '', skills: [], terms: termsOf([title], []) };
}

const find = async (who: SignedUp, title: string, nature: 'need' | 'offer' = 'need') =>
  (
    await inScope(server.database.db, mintScope(who.organization.id), (tx) =>
      bestDisclosed(tx, who.organization.id, { nature, item: item('skills', title) }),
    )
  ).map(({ partnership, match }) => [partnership, nature === 'need' ? match.offer.id : match.need.id]);

describe('what partners disclosed', () => {
  test('is found by the organization that was told, in either language, and by nobody else', async () => {
    await tell('full');
    const found = [[partners.partnership, offer]];
    expect(await find(partners.a, 'Somebody who knows cybersecurity')).toEqual(found);
    expect(await find(partners.a, 'falconry')).toEqual(found);
    expect(await find(partners.b, 'Somebody who knows cybersecurity')).toEqual([]);
    expect(await find(partners.a, 'Somebody who knows cybersecurity', 'offer')).toEqual([]);
    expect(await find(partners.a, 'nothing of the kind')).toEqual([]);
  });

  test('is found by what was disclosed only: never by the detail of what is titled, nor at all once counted or hidden', async () => {
    await tell('full');
    await tell('titled');
    expect(await find(partners.a, 'cybersecurity')).toHaveLength(1);
    for (const title of ['falconry', 'nursing', 'welding']) expect(await find(partners.a, title)).toEqual([]);
    const { rows } = await server.database.owner.query('select term from disclosure_terms where id = $1', [offer]);
    expect(rows.map(({ term }) => term).sort()).toEqual(termsOf(['Talleres de ciberseguridad'], []));
    for (const level of ['counted', 'hidden']) {
      await tell(level);
      expect(await find(partners.a, 'cybersecurity')).toEqual([]);
      expect((await server.database.owner.query('select 1 from disclosure_terms')).rowCount).toBe(0);
    }
  });
});
