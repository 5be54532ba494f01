import { inScope } from '../../platform/database.ts';
import { defineJob } from '../../platform/jobs.ts';
import { outboxSource } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Relay, startRelay, wakeRelay } from '../../platform/relay.ts';
import { mintScope } from '../../platform/scope.ts';
import { openMailServer } from '../../platform/smtp.ts';
import { watchMail, watchMeeting, watchPartnership } from '../follow-ups/commands-watch.ts';
import { forgetLinks, forgetLinksJob, mailErrands, type Mailing, sendMail, sendMailJob } from '../mail/jobs.ts';
import { isServerMail } from '../mail/model.ts';
import type { MailFacts } from '../mail/schema.ts';
import { tellMeetingWords, tellOfMeeting } from '../meetings/commands-letters.ts';
import { meetingChanged } from '../own-calendars/commands.ts';
import { meetingNotice } from '../meetings/schema-requests.ts';
import { tellAct } from './commands.ts';
import { tellMessage } from './commands-message.ts';
import { tellStage } from './commands-stage.ts';
import { linkSent } from './queries-link.ts';
import { actNotice, messageNotice, roomNotice, stageNotice } from './schema.ts';

/** Tells people of an act: for each organization that holds a side, in its own scope and transaction. */
export const actNoticeJob = defineJob({ name: 'notice-act', payload: actNotice });
export const messageNoticeJob = defineJob({ name: 'notice-message', payload: messageNotice });

/** Has each organization look again at what it keeps of a room. */
export const roomNoticeJob = defineJob({ name: 'notice-room', payload: roomNotice });

const stageNoticeJob = defineJob({ name: 'notice-stage', payload: stageNotice });

export const meetingNoticeJob = defineJob({ name: 'notice-meeting', payload: meetingNotice });

/** The outbox, and what becomes of its rows. */
export const outbox = outboxSource({
  act: { job: actNoticeJob, event: 'act' },
  message: { job: messageNoticeJob, event: 'message' },
  stage: { job: stageNoticeJob, event: 'today' },
  meeting: { job: meetingNoticeJob, event: 'meeting' },
  'meeting-shown': { event: 'meeting' },
  room: { job: roomNoticeJob, event: 'today' },
  claimed: { job: roomNoticeJob, event: 'today' },
});

/**
 * Everything between an act and the mail about it: the relay, the jobs that decide who is told, and the way to the mail server.
 * `mailing` replaces the mail server of the settings, for tests.
 */
export function noticeWork(platform: Platform, mailing?: Mailing): { start(): Promise<void>; stop(): Promise<void> } {
  const { jobs, db, log, clock, config } = platform;
  const server = mailing ? undefined : openMailServer(config);
  const enrich = (organization: string, email: string, facts: MailFacts) => {
    if (facts.kind !== 'guest-link') return Promise.resolve(facts);
    return inScope(db, mintScope(organization), (tx) => linkSent(tx, organization, email, facts, clock.now()));
  };
  const way: Mailing = {
    enrich,
    failed: async (organization, mail) => {
      if (isServerMail(organization)) return;
      await inScope(db, mintScope(organization), (tx) => watchMail(tx, organization, mail, clock.now()));
    },
    ...(mailing ?? { ...(server && { server }), console: (text) => process.stdout.write(`${text}\n`) }),
  };
  let relay: Relay | undefined;
  jobs.handle(actNoticeJob, async (notice, { id }) => {
    for (const organization of notice.holders) {
      await inScope(db, mintScope(organization), (tx) => tellAct(tx, platform, organization, { ...notice, id }));
    }
    wakeRelay();
  });
  jobs.handle(messageNoticeJob, async (notice) => {
    for (const organization of notice.holders) {
      await inScope(db, mintScope(organization), (tx) => tellMessage(tx, platform, organization, notice));
      await inScope(db, mintScope(organization), (tx) => tellMeetingWords(tx, platform, organization, notice));
    }
    wakeRelay();
  });
  jobs.handle(stageNoticeJob, async (notice, { id }) => {
    for (const organization of notice.holders) {
      await inScope(db, mintScope(organization), (tx) => tellStage(tx, platform, organization, { ...notice, id }));
    }
    wakeRelay();
  });
  jobs.handle(meetingNoticeJob, async (notice, { id }) => {
    for (const organization of notice.holders) {
      await inScope(db, mintScope(organization), async (tx) => {
        await tellOfMeeting(tx, platform, organization, { ...notice, id });
        await meetingChanged(tx, { organization, ...notice }, clock.now());
        await watchMeeting(tx, organization, notice, clock.now());
      });
    }
    wakeRelay();
  });
  jobs.handle(roomNoticeJob, async ({ partnershipId, holders }) => {
    for (const organization of holders) {
      await inScope(db, mintScope(organization), (tx) =>
        watchPartnership(tx, organization, partnershipId, clock.now()),
      );
    }
  });
  jobs.handle(sendMailJob, (key) => sendMail(platform, way, key));
  jobs.handle(forgetLinksJob, () => forgetLinks(platform));
  jobs.every(forgetLinksJob, '17 3 * * *', {});
  return {
    async start() {
      relay = startRelay({ db, jobs, log, sources: [outbox, mailErrands(clock)] });
    },
    async stop() {
      await relay?.stop();
      server?.close();
    },
  };
}
