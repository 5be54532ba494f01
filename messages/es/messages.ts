import { acts } from './acts.ts';
import { brief } from './brief.ts';
import { calendars } from './calendars.ts';
import { claim } from './claim.ts';
import { composer } from './composer.ts';
import { conversation } from './conversation.ts';
import { errors } from './errors.ts';
import { fit } from './fit.ts';
import { followUpHouse } from './follow-up-house.ts';
import { followUps } from './follow-ups.ts';
import { general } from './general.ts';
import { guest } from './guest.ts';
import { imports } from './imports.ts';
import { initiatives } from './initiatives.ts';
import { listening } from './listening.ts';
import { mailIn } from './mail-in.ts';
import { mails } from './mails.ts';
import { meetingMails } from './meeting-mails.ts';
import { meetings } from './meetings.ts';
import { mirror } from './mirror.ts';
import { needs } from './needs.ts';
import { organization } from './organization.ts';
import { pairs } from './pairs.ts';
import { partners } from './partners.ts';
import { readbacks } from './readbacks.ts';
import { ring } from './ring.ts';
import { search } from './search.ts';
import { settings, setup } from './setup.ts';
import { invitation, signIn } from './sign-in.ts';
import { stages } from './stages.ts';
import { skills } from './skills.ts';
import { talk } from './talk.ts';
import { today } from './today.ts';
import { trust } from './trust.ts';
import { views } from './views.ts';
import type { Messages } from '../catalogue.ts';

export const messages: Messages = {
  acts,
  brief,
  calendars,
  claim,
  composer,
  conversation,
  errors,
  fit,
  followUpHouse,
  followUps,
  general,
  guest,
  imports,
  initiatives,
  invitation,
  listening,
  mailIn,
  mails,
  meetingMails,
  meetings,
  mirror,
  needs,
  organization,
  pairs,
  partners,
  readbacks,
  ring,
  search,
  settings,
  setup,
  signIn,
  stages,
  skills,
  talk,
  today,
  trust,
  views,
};
