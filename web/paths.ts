/** Every address of the web, in one place. `slug` is the organization's. */
export const paths = {
  signIn: (back?: string) => (back ? `/sign-in?back=${encodeURIComponent(back)}` : '/sign-in'),
  setup: () => '/setup',
  today: (slug: string) => `/o/${slug}/today`,
  partners: (slug: string) => `/o/${slug}/partners`,
  partnership: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}`,
  listening: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/listening`,
  talk: (slug: string, partnership: string, interview: string) =>
    `/o/${slug}/partners/${partnership}/listening/${interview}`,
  guides: (slug: string) => `/o/${slug}/guides`,
  partnerPeople: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/people`,
  confidence: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/confidence`,
  partnerMirror: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/mirror`,
  mirror: (slug: string) => `/o/${slug}/mirror`,
  review: (slug: string, month?: string) => `/o/${slug}/mirror/${month ?? 'last'}`,
  /** Where what was heard in a talk becomes a message to the partner. */
  newReadback: (slug: string, partnership: string, interview?: string) =>
    `/o/${slug}/partners/${partnership}/read-backs/new${interview ? `?interview=${interview}` : ''}`,
  conversation: (slug: string, partnership: string, conversation: string) =>
    `/o/${slug}/partners/${partnership}/conversations/${conversation}`,
  /** A conversation with the form of one act open in it; nothing is sent. */
  conversationAct: (slug: string, partnership: string, conversation: string, act: { act: string; proposal?: string }) =>
    `/o/${slug}/partners/${partnership}/conversations/${conversation}?${new URLSearchParams(act)}`,
  thread: (slug: string, partnership: string, thread: string) => `/o/${slug}/partners/${partnership}/threads/${thread}`,
  /** Asking or offering: what it grows out of and what it belongs to stand in the query. */
  newConversation: (
    slug: string,
    partnership: string,
    from: { kind: 'request' | 'offer'; thread?: string; supports?: string; exchange?: string; recorded?: '1' },
  ) => `/o/${slug}/partners/${partnership}/ask?${new URLSearchParams(from)}`,
  roomNeeds: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/needs`,
  brief: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/brief`,
  /** Across all partners. */
  meetings: (slug: string) => `/o/${slug}/meetings`,
  roomMeetings: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/meetings`,
  /** Proposing a meeting; `after`: the time of the meeting it follows. */
  newMeeting: (slug: string, partnership: string, after?: { meeting: string; occurrence: string }) =>
    `/o/${slug}/partners/${partnership}/meetings/new${after ? `?${new URLSearchParams(after)}` : ''}`,
  logVisit: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/meetings/visit`,
  /** One meeting; of one that repeats, the page opens at one of its times. */
  meeting: (slug: string, partnership: string, meeting: string, time?: string | null) =>
    `/o/${slug}/partners/${partnership}/meetings/${meeting}${time ? `?${new URLSearchParams({ time })}` : ''}`,
  needs: (slug: string) => `/o/${slug}/needs`,
  /** Who could serve a need of ours, or use an offer. */
  fitAcross: (slug: string, item: string) => `/o/${slug}/needs/${item}`,
  followUps: (slug: string, show?: string) => `/o/${slug}/follow-ups${show ? `?show=${show}` : ''}`,
  reminders: (slug: string) => `/o/${slug}/me/reminders`,
  conversations: (slug: string) => `/o/${slug}/conversations`,
  organization: (slug: string) => `/o/${slug}/organization`,
  /** How drafts of messages begin. */
  wordings: (slug: string) => `/o/${slug}/organization/drafts`,
  import: (slug: string) => `/o/${slug}/import`,
  mails: (slug: string) => `/o/${slug}/mails`,
  /** Mails that arrived; with `mail`, that one open. */
  mailIn: (slug: string, mail?: string) => `/o/${slug}/mail-in${mail ? `?mail=${mail}` : ''}`,
  correspondence: (slug: string, partnership: string) => `/o/${slug}/partners/${partnership}/correspondence`,
  settings: (slug: string) => `/o/${slug}/me`,
  calendars: (slug: string) => `/o/${slug}/me/calendars`,
};

/** A path within this site to return to after signing in; never another site. */
export function safeReturn(back: unknown): string {
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/';
}
