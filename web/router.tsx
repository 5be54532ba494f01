import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Problem } from './api/problem.ts';
import { paths } from './paths.ts';
import { PageFault, PageMissing, PagePending } from './page-states.tsx';
import { membershipOf, meQuery, startQuery } from './session.tsx';

interface Context {
  queries: QueryClient;
}

const LAST_ORGANIZATION = 'entente-organization';

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: PageMissing,
  beforeLoad: async ({ context, location }) => {
    const start = await context.queries.ensureQueryData(startQuery);
    if (start.setupNeeded && location.pathname !== paths.setup()) throw redirect({ href: paths.setup() });
  },
});

/** Who is signed in; sends everybody else to the sign-in page and back afterwards. */
async function signedIn(queries: QueryClient, href: string) {
  try {
    return await queries.ensureQueryData(meQuery);
  } catch (error) {
    if (error instanceof Problem && error.code === 'unauthenticated') throw redirect({ href: paths.signIn(href) });
    throw error;
  }
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context, location }) => {
    const me = await signedIn(context.queries, location.href);
    const last =
      membershipOf(me, localStorage.getItem(LAST_ORGANIZATION) ?? undefined) ?? me.memberships[0]?.organization;
    throw redirect({ href: last ? paths.today(last.slug) : '/me' });
  },
});

const organization = createRoute({
  getParentRoute: () => root,
  path: '/o/$slug',
  beforeLoad: async ({ context, location, params }) => {
    const me = await signedIn(context.queries, location.href);
    if (!membershipOf(me, params.slug)) throw notFound();
    localStorage.setItem(LAST_ORGANIZATION, params.slug);
    if (location.pathname.replace(/\/$/, '') === `/o/${params.slug}`)
      throw redirect({ href: paths.today(params.slug) });
  },
  component: lazyRouteComponent(() => import('./organization-frame.tsx'), 'OrganizationFrame'),
});

const settingsPage = lazyRouteComponent(() => import('./routes/settings.tsx'), 'SettingsPage');

const inside = [
  ['today', lazyRouteComponent(() => import('./routes/today.tsx'), 'TodayPage')],
  ['partners', lazyRouteComponent(() => import('./routes/partners.tsx'), 'PartnersPage')],
  ['partners/$partnership', lazyRouteComponent(() => import('./routes/partnership.tsx'), 'PartnershipPage')],
  [
    'partners/$partnership/ask',
    lazyRouteComponent(() => import('./routes/conversation-new.tsx'), 'NewConversationPage'),
  ],
  [
    'partners/$partnership/conversations/$conversation',
    lazyRouteComponent(() => import('./routes/conversation.tsx'), 'ConversationPage'),
  ],
  ['partners/$partnership/listening', lazyRouteComponent(() => import('./routes/listening.tsx'), 'ListeningPage')],
  ['partners/$partnership/listening/$interview', lazyRouteComponent(() => import('./routes/talk.tsx'), 'TalkPage')],
  ['organization/drafts', lazyRouteComponent(() => import('./routes/wordings.tsx'), 'WordingsPage')],
  ['guides', lazyRouteComponent(() => import('./routes/guides.tsx'), 'GuidesPage')],
  [
    'partners/$partnership/people',
    lazyRouteComponent(() => import('./routes/partner-people.tsx'), 'PartnerPeoplePage'),
  ],
  ['partners/$partnership/confidence', lazyRouteComponent(() => import('./routes/confidence.tsx'), 'ConfidencePage')],
  [
    'partners/$partnership/mirror',
    lazyRouteComponent(() => import('./routes/partner-mirror.tsx'), 'PartnerMirrorPage'),
  ],
  ['partners/$partnership/threads/$thread', lazyRouteComponent(() => import('./routes/thread.tsx'), 'ThreadPage')],
  [
    'partners/$partnership/read-backs/new',
    lazyRouteComponent(() => import('./routes/readback-new.tsx'), 'NewReadbackPage'),
  ],
  ['partners/$partnership/needs', lazyRouteComponent(() => import('./routes/room-needs.tsx'), 'RoomNeedsPage')],
  [
    'partners/$partnership/meetings',
    lazyRouteComponent(() => import('./routes/room-meetings.tsx'), 'RoomMeetingsPage'),
  ],
  [
    'partners/$partnership/meetings/new',
    lazyRouteComponent(() => import('./routes/meeting-new.tsx'), 'NewMeetingPage'),
  ],
  ['partners/$partnership/meetings/visit', lazyRouteComponent(() => import('./routes/visit.tsx'), 'VisitPage')],
  ['partners/$partnership/meetings/$meeting', lazyRouteComponent(() => import('./routes/meeting.tsx'), 'MeetingPage')],
  ['meetings', lazyRouteComponent(() => import('./routes/meetings.tsx'), 'MeetingsPage')],
  ['needs/$item', lazyRouteComponent(() => import('./routes/fit.tsx'), 'FitPage')],
  ['partners/$partnership/brief', lazyRouteComponent(() => import('./routes/brief.tsx'), 'BriefPage')],
  ['needs', lazyRouteComponent(() => import('./routes/needs.tsx'), 'NeedsPage')],
  ['conversations', lazyRouteComponent(() => import('./routes/conversations.tsx'), 'ConversationsPage')],
  ['mirror', lazyRouteComponent(() => import('./routes/mirror.tsx'), 'MirrorPage')],
  ['mirror/$month', lazyRouteComponent(() => import('./routes/review.tsx'), 'ReviewPage')],
  ['organization', lazyRouteComponent(() => import('./routes/organization.tsx'), 'OrganizationPage')],
  ['import', lazyRouteComponent(() => import('./routes/import.tsx'), 'ImportPage')],
  ['mails', lazyRouteComponent(() => import('./routes/mails.tsx'), 'MailsPage')],
  ['mail-in', lazyRouteComponent(() => import('./routes/mail-in.tsx'), 'MailInPage')],
  [
    'partners/$partnership/correspondence',
    lazyRouteComponent(() => import('./routes/correspondence.tsx'), 'CorrespondencePage'),
  ],
  ['follow-ups', lazyRouteComponent(() => import('./routes/follow-ups.tsx'), 'FollowUpsPage')],
  ['me/reminders', lazyRouteComponent(() => import('./routes/reminders.tsx'), 'RemindersPage')],
  ['me', settingsPage],
  ['me/calendars', lazyRouteComponent(() => import('./routes/calendars.tsx'), 'CalendarsPage')],
] as const;

const open = [
  ['/setup', lazyRouteComponent(() => import('./routes/setup.tsx'), 'SetupPage')],
  ['/sign-in', lazyRouteComponent(() => import('./routes/sign-in.tsx'), 'SignInPage')],
  ['/invite/$token', lazyRouteComponent(() => import('./routes/invite.tsx'), 'InvitePage')],
  ['/claim/$token', lazyRouteComponent(() => import('./routes/claim.tsx'), 'ClaimPage')],
  ['/m/$token', lazyRouteComponent(() => import('./routes/guest-meeting.tsx'), 'GuestMeetingPage')],
  ['/l/$token', lazyRouteComponent(() => import('./routes/guest.tsx'), 'GuestPage')],
] as const;

const person = createRoute({
  getParentRoute: () => root,
  path: '/me',
  beforeLoad: async ({ context, location }) => {
    await signedIn(context.queries, location.href);
  },
  component: lazyRouteComponent(() => import('./routes/settings.tsx'), 'BareSettingsPage'),
});

const tree = root.addChildren([
  home,
  person,
  organization.addChildren(
    inside.map(([path, component]) => createRoute({ getParentRoute: () => organization, path, component })),
  ),
  ...open.map(([path, component]) => createRoute({ getParentRoute: () => root, path, component })),
]);

/** Every address of the web and the page that stands there. Each page's code is its own file, fetched when it is near. */
export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPendingMs: 500,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: PageMissing,
    scrollRestoration: true,
  });
}
