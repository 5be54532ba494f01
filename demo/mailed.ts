import { addressFor, postOf } from '../server/features/mail/commands.ts';
import { takeMail } from '../server/features/mail-in/commands-take.ts';
import { landTaken } from '../server/features/mail-in/jobs.ts';
import { copyAddressOf } from '../server/features/mail-in/queries-known.ts';
import { inScope } from '../server/platform/database.ts';
import { mintScope } from '../server/platform/scope.ts';
import { moment } from './calendar.ts';
import { people } from './cast.ts';
import { rooms } from './rooms.ts';
import type { Happening } from './script.ts';
import { found, type Stage } from './stage.ts';

/** Where the demo world takes mails. No mail program finds it. */
export const DEMO_ANSWERS = 'entente@calusa.example';

export interface DemoMail {
  /** Somebody of the story, by key; or a name and an address that nobody knows yet. */
  from: string | { name: string; email: string };
  to: string;
  subject: string;
  text: string;
}

/** What an address for answers was given for: a contact or a member, by their key, in a conversation. */
interface Given {
  conversation: string;
  whose: string;
}

/** Somebody answers a mail of Entente in their mail program. */
export function answersByMail(at: string, given: Given, mail: DemoMail): Happening {
  return { at: moment(at), play: (stage) => answered(stage, given, mail) };
}

/** A mail between partners is copied in by a member of an organization. */
export function copiesIn(at: string, who: string, room: string, mail: DemoMail): Happening {
  return {
    at: moment(at),
    play: async (stage) => {
      const organization = stage.organization(stage.sideOf(who, room)).id;
      const { id } = found(stage.rooms, room, 'room');
      const post = postOf(withAnswers(stage));
      const to = await inScope(stage.platform.db, mintScope(organization), (tx) =>
        copyAddressOf(tx, post, organization, id),
      );
      await arrives(stage, room, mail, to ?? '');
    },
  };
}

async function answered(stage: Stage, { conversation, whose }: Given, mail: DemoMail): Promise<void> {
  const played = found(stage.conversations, conversation, 'conversation');
  const room = found(stage.rooms, played.room, 'room');
  const organization = stage.organization(organizationOf(stage, whose, played.room)).id;
  const contact = room.contacts.get(whose);
  const person = stage.persons.get(whose);
  const scope = mintScope(organization);
  const address = await inScope(stage.platform.db, scope, (tx) =>
    addressFor(tx, postOf(withAnswers(stage)), {
      organization,
      to: { email: addressOf(whose, played.room), ...(person && { personId: person }) },
      answers: {
        kind: 'conversation',
        partnership: room.id,
        subject: played.id,
        ...(!person && contact && { people: contact }),
      },
      now: stage.now,
    }),
  );
  await arrives(stage, played.room, mail, address ?? '');
  const { rows } = await inScope(stage.platform.db, scope, (tx) =>
    tx.query<{ head: string }>('select head from conversations where partnership_id = $1 and id = $2', [
      room.id,
      played.id,
    ]),
  );
  const head = rows[0]?.head ?? played.head;
  if (head !== played.head) played.acts.push(head);
  played.head = head;
}

/** Who takes the answers: a member's own organization; for a contact the one that wrote them down. */
const organizationOf = (stage: Stage, whose: string, room: string): string =>
  stage.persons.has(whose) ? stage.sideOf(whose, room) : (rooms[room]?.organization ?? '');

const addressOf = (who: string, room: string): string =>
  people[who]?.email ?? rooms[room]?.partner.contacts[who]?.email ?? '';

const withAnswers = ({ platform }: Stage): Stage['platform'] => ({
  ...platform,
  config: { ...platform.config, answerAddress: platform.config.answerAddress ?? DEMO_ANSWERS },
});

async function arrives(stage: Stage, room: string, mail: DemoMail, address: string): Promise<void> {
  const { name, email } =
    typeof mail.from === 'string'
      ? {
          name: people[mail.from]?.name ?? rooms[room]?.partner.contacts[mail.from]?.name ?? '',
          email: addressOf(mail.from, room),
        }
      : mail.from;
  const head = [
    `From: ${name} <${email}>`,
    `To: ${mail.to.includes('@') ? mail.to : address}`,
    ...(mail.to.includes('@') ? [`Cc: ${address}`] : []),
    `Subject: ${mail.subject}`,
    `Date: ${stage.now.toUTCString()}`,
    `Message-ID: <${stage.now.getTime()}@mail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const raw = Buffer.from(`${head.join('\r\n')}\r\n\r\n${mail.text.replaceAll('\n', '\r\n')}\r\n`);
  const platform = withAnswers(stage);
  await landTaken(platform, {}, await takeMail(platform, { raw, size: raw.length }));
}
