import { watchMeeting, watchPartnership } from '../server/features/follow-ups/commands-watch.ts';
import { mailErrands, type Mailing, sendMail, sendMailJob } from '../server/features/mail/jobs.ts';
import { mailJobPayload } from '../server/features/mail/schema.ts';
import { tellOfMeeting } from '../server/features/meetings/commands-letters.ts';
import { meetingNotice } from '../server/features/meetings/schema-requests.ts';
import { tellAct } from '../server/features/notices/commands.ts';
import { tellMessage } from '../server/features/notices/commands-message.ts';
import {
  actNoticeJob,
  meetingNoticeJob,
  messageNoticeJob,
  outbox,
  roomNoticeJob,
} from '../server/features/notices/jobs.ts';
import { linkSent } from '../server/features/notices/queries-link.ts';
import { actNotice, messageNotice, roomNotice } from '../server/features/notices/schema.ts';
import { asWorker, inScope } from '../server/platform/database.ts';
import type { Errand } from '../server/platform/relay.ts';
import { mintScope } from '../server/platform/scope.ts';
import type { Stage } from './stage.ts';

const MANY = 10_000;

/** Acts of long ago are told to nobody any more. */
export async function forgetActs({ platform }: Stage): Promise<void> {
  await asWorker(platform.db, (tx) => outbox.take(tx, MANY));
}

/** What the worker does after an act, at once and at the time of the story: decides who is told. */
export async function tellActs(stage: Stage): Promise<void> {
  const { errands } = await asWorker(stage.platform.db, (tx) => outbox.take(tx, MANY));
  for (const errand of errands) await tell(stage, errand);
}

/** Puts the mails that wait on the local page, as a server without a mail service does. */
export async function deliverMails(stage: Stage): Promise<void> {
  const { db, clock } = stage.platform;
  stage.mailed = false;
  const mails = await asWorker(db, (tx) => mailErrands(clock).take(tx, MANY));
  const way: Mailing = {
    enrich: async (organization, email, facts) =>
      facts.kind === 'guest-link'
        ? inScope(db, mintScope(organization), (tx) => linkSent(tx, organization, email, facts, clock.now()))
        : facts,
  };
  for (const { job, payload } of mails.errands) {
    if (job === sendMailJob) await sendMail(stage.platform, way, mailJobPayload.parse(payload));
  }
}

async function tell({ platform }: Stage, { id, job, payload }: Errand): Promise<void> {
  const { db } = platform;
  if (job === actNoticeJob) {
    const notice = actNotice.parse(payload);
    for (const holder of notice.holders) {
      await inScope(db, mintScope(holder), (tx) => tellAct(tx, platform, holder, { ...notice, id }));
    }
  } else if (job === messageNoticeJob) {
    const notice = messageNotice.parse(payload);
    for (const holder of notice.holders) {
      await inScope(db, mintScope(holder), (tx) => tellMessage(tx, platform, holder, notice));
    }
  } else if (job === meetingNoticeJob) {
    const notice = meetingNotice.parse(payload);
    for (const holder of notice.holders) {
      await inScope(db, mintScope(holder), async (tx) => {
        await tellOfMeeting(tx, platform, holder, { ...notice, id });
        await watchMeeting(tx, holder, notice, platform.clock.now());
      });
    }
  } else if (job === roomNoticeJob) {
    const notice = roomNotice.parse(payload);
    for (const holder of notice.holders) {
      await inScope(db, mintScope(holder), (tx) =>
        watchPartnership(tx, holder, notice.partnershipId, platform.clock.now()),
      );
    }
  }
}
