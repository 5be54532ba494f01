import { createPerson } from '../server/features/identity/commands.ts';
import type { Membership } from '../server/features/identity/policy.ts';
import type { Role } from '../server/features/identity/schema.ts';
import { acceptClaim } from '../server/features/claims/commands-accept.ts';
import { offerClaim } from '../server/features/claims/commands.ts';
import { findClaim, freeSlug, scopeOfRecorded } from '../server/features/claims/gate.ts';
import { changeOrganization, foundOrganization } from '../server/features/organizations/commands.ts';
import { acceptInvitation, invite } from '../server/features/organizations/commands-invitations.ts';
import { addDatedRole, changeMember } from '../server/features/organizations/commands-people.ts';
import { openInvitation } from '../server/features/organizations/queries-invitations.ts';
import { readOrganization } from '../server/features/organizations/queries.ts';
import { addPartnership } from '../server/features/partnerships/commands.ts';
import { loadRoom } from '../server/features/rooms/queries.ts';
import { atGate, inScope } from '../server/platform/database.ts';
import { moment } from './calendar.ts';
import { type CastPerson, type Employment, invited, organizations, people } from './cast.ts';
import { type CastRoom, rooms } from './rooms.ts';
import type { Happening } from './script.ts';
import type { Stage } from './stage.ts';

/** How organizations, their people and the rooms between them come into being. `passwordHash` is everybody's. */
export function founding(passwordHash: string): Happening[] {
  const founded = Object.entries(organizations).flatMap(([key, { founded: at, founder }]) =>
    at
      ? [
          { at: moment(at), play: (stage: Stage) => account(stage, founder, passwordHash) },
          { at: moment(at), play: (stage: Stage) => found(stage, key) },
        ]
      : [],
  );
  const joined = Object.entries(people).flatMap(([who, person]) =>
    Object.entries(person.at).flatMap(([organization, work]) => employ(who, person, organization, work, passwordHash)),
  );
  const opened = Object.entries(rooms).flatMap(([key, room]) => openRoom(key, room, passwordHash));
  const waiting: Happening[] = Object.values(invited).map(({ at, by, organization, email, role }) => ({
    at: moment(at),
    async play(stage) {
      await send(stage, by, organization, { email, role });
    },
  }));
  return [...founded, ...opened, ...joined, ...waiting];
}

async function account(stage: Stage, who: string, passwordHash: string): Promise<void> {
  const person = people[who];
  if (!person || stage.persons.has(who)) return;
  const { name, email, locale, timeZone } = person;
  const id = await atGate(stage.platform.db, (tx) =>
    createPerson(tx, stage.clock, { name, email, passwordHash, locale, timeZone, emailVerified: true }),
  );
  stage.persons.set(who, id);
}

async function found(stage: Stage, key: string): Promise<void> {
  const cast = organizations[key];
  const person = cast && people[cast.founder];
  if (!cast || !person) throw new Error(`nobody founds ${key}`);
  const { name, email, locale, timeZone } = person;
  const founder = { id: stage.persons.get(cast.founder) ?? '', name, email, locale, timeZone };
  const id = await atGate(stage.platform.db, (tx) =>
    foundOrganization(tx, stage.clock, founder, { name: cast.name, domain: cast.domain }),
  );
  await present(stage, key, id);
}

/** The founder says what the organization is. */
async function present(stage: Stage, key: string, id: string): Promise<void> {
  const cast = organizations[key];
  if (!cast) throw new Error(`there is no organization ${key}`);
  stage.organizations.set(key, { id, slug: '' });
  const { about, locale, timeZone } = cast;
  const slug = await stage.as(cast.founder, key, async (tx, actor) => {
    await changeOrganization(tx, stage.clock, id, actor, { about, locale, timeZone });
    return (await readOrganization(tx, id)).slug;
  });
  stage.organizations.set(key, { id, slug });
}

function employ(
  who: string,
  person: CastPerson,
  organization: string,
  work: Employment,
  passwordHash: string,
): Happening[] {
  const founder = organizations[organization]?.founder ?? '';
  const left = work.left;
  return [
    {
      at: moment(work.joined),
      async play(stage) {
        await account(stage, who, passwordHash);
        if (who !== founder) await join(stage, founder, who, person, organization, work);
        for (const { title, from, to } of work.titles) {
          const wanted = { title, startsOn: from, endsOn: to ?? null };
          await change(stage, founder, who, organization, (tx, about) => addDatedRole(tx, stage.clock, about, wanted));
        }
      },
    },
    ...(left
      ? [
          {
            at: moment(left),
            play: (stage: Stage) =>
              change(stage, founder, who, organization, (tx, about) =>
                changeMember(tx, stage.clock, about, { ended: true }),
              ),
          },
        ]
      : []),
  ];
}

type About = { organization: string; actor: Membership; personId: string };

async function change(
  stage: Stage,
  by: string,
  who: string,
  organization: string,
  work: (tx: Parameters<Parameters<Stage['as']>[2]>[0], about: About) => Promise<unknown>,
): Promise<void> {
  const { id } = stage.organization(organization);
  await stage.as(by, organization, (tx, actor) =>
    work(tx, { organization: id, actor, personId: stage.persons.get(who) ?? '' }),
  );
}

function send(stage: Stage, by: string, organization: string, wanted: { email: string; role: Role }) {
  const { config, secrets } = stage.platform;
  const { id } = stage.organization(organization);
  const inviting = { clock: stage.clock, mail: stage.mail, publicUrl: config.publicUrl, linkKey: secrets.linkKey };
  return stage.as(by, organization, (tx, actor) => invite(tx, inviting, id, actor, wanted));
}

/** Invited by the founder, and accepted at once. */
async function join(
  stage: Stage,
  by: string,
  who: string,
  { name, email }: CastPerson,
  organization: string,
  { role, mayPromise }: Employment,
): Promise<void> {
  const { db } = stage.platform;
  const { url } = await send(stage, by, organization, { email, role });
  const token = url.split('/invite/')[1] ?? '';
  await atGate(db, async (tx) => {
    const invitation = await openInvitation(tx, token, stage.now);
    await acceptInvitation(tx, stage.clock, invitation, { id: stage.persons.get(who) ?? '', name, email });
  });
  if (mayPromise !== undefined) {
    await change(stage, by, who, organization, (tx, about) => changeMember(tx, stage.clock, about, { mayPromise }));
  }
}

function openRoom(key: string, room: CastRoom, passwordHash: string): Happening[] {
  const { claim } = room;
  let token = '';
  const open: Happening = {
    at: moment(room.at),
    async play(stage) {
      const { name, domain, contacts } = room.partner;
      const { id } = stage.organization(room.organization);
      const opened = await stage.as(room.by, room.organization, (tx, { personId }) =>
        addPartnership(tx, id, personId, { name, domain, people: Object.values(contacts), force: false }, stage.now),
      );
      const keys = Object.keys(contacts).map((contact, n) => [contact, opened.people[n]?.id ?? ''] as const);
      stage.rooms.set(key, { id: opened.id, contacts: new Map(keys), newcomers: new Map() });
    },
  };
  if (!claim) return [open];
  const offer: Happening = {
    at: moment(claim.offered),
    async play(stage) {
      const { id } = stage.organization(room.organization);
      const email = people[claim.by]?.email ?? '';
      const partnership = stage.rooms.get(key)?.id ?? '';
      const offered = await stage.as(room.by, room.organization, async (tx, actor) =>
        offerClaim(tx, id, actor, await loadRoom(tx, id, partnership), { email }, stage.now),
      );
      token = offered.token;
    },
  };
  const accept: Happening = {
    at: moment(claim.accepted),
    play: (stage) => takeOver(stage, claim, token, passwordHash),
  };
  return [open, offer, accept];
}

/** The partner takes the side over that was recorded for it, with its history. */
async function takeOver(
  stage: Stage,
  claim: NonNullable<CastRoom['claim']>,
  token: string,
  passwordHash: string,
): Promise<void> {
  const { platform } = stage;
  const person = people[claim.by];
  const cast = organizations[claim.organization];
  if (!person || !cast) throw new Error(`nobody takes over as ${claim.organization}`);
  await account(stage, claim.by, passwordHash);
  const personId = stage.persons.get(claim.by) ?? '';
  const offered = await findClaim(platform, token);
  if (!claim.becomes) {
    const { id } = stage.organization(claim.organization);
    await stage.as(claim.by, claim.organization, (tx) =>
      acceptClaim(tx, offered, { organization: id, personId, becomes: null }, stage.now),
    );
    return;
  }
  const { name, domain } = cast;
  const slug = await freeSlug(platform, name);
  const { locale, timeZone, name: personName, email: personEmail } = person;
  const becomes = { name, domain, slug, locale, timeZone, personName, personEmail };
  await inScope(platform.db, scopeOfRecorded(offered), (tx) =>
    acceptClaim(tx, offered, { organization: offered.party, personId, becomes }, stage.now),
  );
  await present(stage, claim.organization, offered.party);
}
