import { actRoutes } from './features/acts/routes.ts';
import { briefRoutes } from './features/brief/routes.ts';
import { conversationRoutes } from './features/conversations/routes.ts';
import { readingRoutes } from './features/reading/routes.ts';
import { draftRoutes } from './features/drafts/routes.ts';
import { fileRoutes } from './features/files/routes.ts';
import { importWork } from './features/imports/jobs.ts';
import { importRoutes } from './features/imports/routes.ts';
import { todayRoutes } from './features/today/routes.ts';
import { trustRoutes } from './features/trust/routes.ts';
import { takeMeetingMail } from './features/own-calendars/commands-replies.ts';
import { calendarWork } from './features/own-calendars/jobs.ts';
import { calendarRoutes } from './features/own-calendars/routes.ts';
import { calendarQuestionRoutes } from './features/own-calendars/routes-questions.ts';
import { feedRoutes } from './features/own-calendars/routes-feed.ts';
import { claimRoutes } from './features/claims/routes.ts';
import { linkRoutes } from './features/links/routes.ts';
import { meetingWork } from './features/meetings/jobs.ts';
import { meetingRoutes } from './features/meetings/routes.ts';
import { mirrorWork } from './features/mirror/jobs.ts';
import { mirrorRoutes } from './features/mirror/routes.ts';
import { fitRoutes } from './features/fit/routes.ts';
import { needRoutes } from './features/needs/routes.ts';
import { noteRoutes } from './features/notes/routes.ts';
import { pairRoutes } from './features/pairs/routes.ts';
import { partnershipRoutes } from './features/partnerships/routes.ts';
import { peopleRoutes } from './features/people/routes.ts';
import { readbackRoutes } from './features/readbacks/routes.ts';
import { stageRoutes } from './features/stages/routes.ts';
import { viewRoutes } from './features/stages/routes-views.ts';
import { searchRoutes } from './features/search/routes.ts';
import { skillRoutes } from './features/skills/routes.ts';
import { threadRoutes } from './features/threads/routes.ts';
import { guideRoutes } from './features/guides/routes.ts';
import { interviewRoutes } from './features/interviews/routes.ts';
import { pointRoutes } from './features/interviews/routes-points.ts';
import { createIdentity } from './features/identity/gate-identity.ts';
import { gateMiddleware } from './features/identity/gate-mount.ts';
import { identityWork } from './features/identity/jobs.ts';
import { identityRoutes } from './features/identity/routes.ts';
import { followUpWork } from './features/follow-ups/jobs.ts';
import { followUpRoutes } from './features/follow-ups/routes.ts';
import { liveRoutes } from './features/live/routes.ts';
import { mailPort } from './features/mail/commands.ts';
import { mailInWork } from './features/mail-in/jobs.ts';
import { mailInRoutes } from './features/mail-in/routes.ts';
import { mailRoutes } from './features/mails/routes.ts';
import { noticeWork } from './features/notices/jobs.ts';
import { nudgeRoutes } from './features/nudges/routes.ts';
import { organizationRoutes } from './features/organizations/routes.ts';
import type { App } from './platform/http.ts';
import type { Platform } from './platform/platform.ts';

/** What the application brings besides its routes: called when it starts to work, and when it stops. */
export interface Work {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The routes of every feature, mounted below /api in this order. One line per feature. */
export function featureRoutes(platform: Platform): App[] {
  const mail = mailPort(platform);
  const identity = createIdentity(platform, mail);
  return [
    // First, because what comes later asks it who is there.
    gateMiddleware(platform, identity.gate),
    identityRoutes(platform, identity),
    organizationRoutes(platform, identity, mail),
    partnershipRoutes(platform),
    peopleRoutes(platform),
    pairRoutes(platform),
    noteRoutes(platform),
    needRoutes(platform),
    fitRoutes(platform),
    briefRoutes(platform),
    readbackRoutes(platform),
    guideRoutes(platform),
    interviewRoutes(platform),
    pointRoutes(platform),
    threadRoutes(platform),
    meetingRoutes(platform),
    stageRoutes(platform),
    viewRoutes(platform),
    linkRoutes(platform),
    claimRoutes(platform, identity, mail),
    conversationRoutes(platform),
    readingRoutes(platform),
    actRoutes(platform),
    todayRoutes(platform),
    followUpRoutes(platform),
    nudgeRoutes(platform),
    trustRoutes(platform),
    mirrorRoutes(platform),
    draftRoutes(platform),
    fileRoutes(platform),
    importRoutes(platform),
    searchRoutes(platform),
    skillRoutes(platform),
    liveRoutes(platform),
    mailRoutes(platform),
    mailInRoutes(platform),
    calendarRoutes(platform),
    calendarQuestionRoutes(platform),
    feedRoutes(platform),
  ];
}

/** The job handlers and loops of every feature, for the roles `worker` and `both`. One line per feature. */
export function featureWork(platform: Platform): Work[] {
  return [
    identityWork(platform),
    noticeWork(platform),
    importWork(platform),
    mirrorWork(platform),
    mailInWork(platform, { meeting: (tx, mail) => takeMeetingMail(tx, platform, mail) }),
    meetingWork(platform),
    calendarWork(platform),
    followUpWork(platform),
  ];
}
