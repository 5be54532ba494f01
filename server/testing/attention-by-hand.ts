import type { ConversationFact, Fact, Settings } from '../features/follow-ups/model-facts.ts';
import type { Calendar } from '../features/follow-ups/model-time.ts';

/**
 * What needs somebody, worked out a second time: from the rules as they are told to people, slowly, looking at clocks by Intl and walking day
 * by day. It shares no code with the engine, so that the two can be held against each other.
 */
export interface Asked {
  rule: string;
  occasion: string;
  person: string | null;
}

const QUARTER = 15 * 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
const moments = new Map<string, number>();

/** What a clock in the zone shows, as YYYY-MM-DD HH:mm. */
export function clockByHand(at: number, zone: string): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  clocks.set(zone, clock);
  return clock.format(at);
}

const dayByHand = (at: number, zone: string): string => clockByHand(at, zone).slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');

/** The first moment at which the clock shows that hour of that day, or has jumped over it: every quarter of an hour is looked at. */
export function momentByHand(date: string, hour: number, zone: string): number {
  const wanted = `${date} ${two(hour)}:00`;
  const key = `${zone} ${wanted}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  let at = Date.parse(`${date}T00:00:00Z`) + hour * 4 * QUARTER - 15 * 4 * QUARTER;
  while (clockByHand(at, zone) < wanted) at += QUARTER;
  moments.set(key, at);
  return at;
}

function nextDay(date: string, step: 1 | -1): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + step);
  return day.toISOString().slice(0, 10);
}

function worked(date: string, calendar: Calendar): boolean {
  const day = new Date(`${date}T12:00:00Z`).getUTCDay();
  return calendar.workingDays.includes(day === 0 ? 7 : day) && !calendar.holidays.has(date);
}

/** The n-th worked day before or after a day. */
function workedDay(date: string, count: number, step: 1 | -1, calendar: Calendar): string {
  let day = date;
  let seen = 0;
  while (seen < count) {
    day = nextDay(day, step);
    if (worked(day, calendar)) seen += 1;
  }
  return day;
}

/** Eight in the morning of a day where the person is. */
const eight = (date: string, calendar: Calendar): number => momentByHand(date, 8, calendar.zone);
const days = (count: number): number => count * 24 * 3_600_000;
const said = (at: number): string => new Date(at).toISOString();

function ourMove(fact: ConversationFact, now: number, calendar: Calendar): Asked[] {
  const { waitsFor, moveBy, promisedAt, person } = fact;
  const occasion = `${waitsFor} ${said(moveBy)}`;
  if (now >= moveBy) return [{ rule: 'move-overdue', occasion, person }];
  const working = waitsFor === 'work' || waitsFor === 'rework';
  const due = dayByHand(moveBy, calendar.zone);
  const asked: Asked[] = [];
  if (now >= eight(workedDay(due, working ? 2 : 1, -1, calendar), calendar)) {
    const rule =
      waitsFor === 'antecedent'
        ? 'antecedent-due'
        : waitsFor === 'review'
          ? 'review-due'
          : waitsFor === 'answer' && fact.deferred
            ? 'answer-promised'
            : 'move-due';
    asked.push({ rule, occasion, person });
  } else if (working && promisedAt !== null && promisedAt < moveBy) {
    const late = now >= eight(workedDay(due, 3, -1, calendar), calendar);
    if (late && now >= promisedAt + Math.floor((moveBy - promisedAt) / 2))
      asked.push({ rule: 'early-warning', occasion: said(moveBy), person });
  }
  return asked;
}

function theirMove(fact: ConversationFact, now: number): Asked[] {
  const { waitsFor, moveBy, person, promisedAt, lastAt } = fact;
  const asks = fact.sponsor === null ? person : fact.sponsor;
  const weAsked = fact.role === 'customer' && (waitsFor === 'work' || waitsFor === 'rework');
  if (now >= moveBy)
    return weAsked
      ? [{ rule: 'progress-missed', occasion: said(moveBy), person: asks }]
      : [{ rule: 'their-move-overdue', occasion: `${waitsFor} ${said(moveBy)}`, person }];
  if (!weAsked) return [];
  if (now >= lastAt + days(14)) return [{ rule: 'progress-silent', occasion: said(lastAt), person: asks }];
  if (promisedAt === null || promisedAt >= moveBy) return [];
  const third = promisedAt + Math.floor((moveBy - promisedAt) / 3);
  const heard = lastAt >= third;
  return now >= third && !heard ? [{ rule: 'progress-third', occasion: said(moveBy), person: asks }] : [];
}

function conversation(fact: ConversationFact, now: number, calendar: Calendar): Asked[] {
  if (fact.lapsesAt !== null && now >= fact.lapsesAt) return [];
  const asked = fact.mine ? ourMove(fact, now, calendar) : theirMove(fact, now);
  const workAskedForByUs = !fact.mine && fact.role === 'customer' && ['work', 'rework'].includes(fact.waitsFor);
  const runs = ['work', 'rework', 'antecedent', 'resume'].includes(fact.waitsFor) && !workAskedForByUs;
  if (runs && now >= fact.lastAt + days(14) && now < fact.moveBy)
    asked.push({ rule: 'initiative-silent', occasion: said(fact.lastAt), person: fact.person });
  return asked;
}

function partnership(fact: Extract<Fact, { kind: 'partnership' }>, now: number, settings: Settings): Asked[] {
  const rhythm = {
    prospect: settings.cadence.early,
    awareness: settings.cadence.early,
    involvement: settings.cadence.early,
    support: settings.cadence.middle,
    sponsorship: settings.cadence.late,
    strategic: settings.cadence.late,
    resting: null,
    ended: null,
  }[fact.stage];
  if (rhythm === null || (fact.stage === 'prospect' && fact.contactAt === null)) return [];
  const since = fact.contactAt ?? fact.since;
  const asked = { occasion: said(since), person: fact.person };
  if (now >= since + days(rhythm[1])) return [{ rule: 'cadence-red', ...asked }];
  return now >= since + days(rhythm[0]) ? [{ rule: 'cadence-amber', ...asked }] : [];
}

/** What one fact asks of somebody at a moment. */
export function askedByHand(fact: Fact, now: number, settings: Settings): Asked[] {
  const calendar = settings.calendar(fact.person);
  const { person } = fact;
  switch (fact.kind) {
    case 'conversation':
      return conversation(fact, now, calendar);
    case 'partnership':
      return partnership(fact, now, settings);
    case 'pair': {
      const silent = now - fact.heardAt;
      if (silent < days(14)) return [];
      return [{ rule: silent < days(28) ? 'pair-silent' : 'pair-silent-long', occasion: said(fact.heardAt), person }];
    }
    case 'readback': {
      const third = workedDay(dayByHand(fact.sentAt, calendar.zone), 3, 1, calendar);
      return now >= eight(third, calendar)
        ? [{ rule: 'readback-unconfirmed', occasion: said(fact.sentAt), person }]
        : [];
    }
    case 'talk':
      return now >= eight(workedDay(fact.heldOn, 1, 1, calendar), calendar)
        ? [{ rule: 'readback-owed', occasion: fact.heldOn, person }]
        : [];
    case 'point': {
      const day = worked(fact.by, calendar) ? fact.by : workedDay(fact.by, 1, 1, calendar);
      return now >= eight(day, calendar) ? [{ rule: 'point-follow-up', occasion: fact.by, person }] : [];
    }
    case 'meeting': {
      const after = workedDay(dayByHand(fact.endsAt, calendar.zone), 1, 1, calendar);
      if (now < eight(after, calendar)) return [];
      if (fact.held === null)
        return fact.ours ? [{ rule: 'meeting-without-outcome', occasion: said(fact.endsAt), person }] : [];
      const owed = fact.held && !fact.thanked && now < fact.endsAt + days(14);
      return owed ? [{ rule: 'thanks-owed', occasion: said(fact.endsAt), person }] : [];
    }
    case 'held-mail':
      return now >= fact.heldAt ? [{ rule: 'held-mail', occasion: said(fact.heldAt), person }] : [];
    case 'mail':
      return now >= fact.failedAt ? [{ rule: 'mail-failed', occasion: said(fact.failedAt), person }] : [];
  }
}
