import type { EvidenceKind } from '@entente/protocol';
import {
  type Fact,
  isEarlyAmendment,
  isEarlyWarning,
  isLateCancel,
  linksOf,
  measuresOf,
  type Meet,
  meetingLinksOf,
  showingIn,
  type Stretch,
} from './model.ts';
import { cadenceDays, type Review, type ReviewItem } from './schema.ts';

/** Hours within which answers are quick, and beyond which they are slow, in the middle of them. */
const quick = 48;
const slow = 120;
const shown = 3;

type Well = Review['well'][number]['kind'];
type Mend = Review['mend'][number]['kind'];

interface Found<K> extends Partial<Pick<ReviewItem, 'of' | 'hours' | 'days'>> {
  kind: K;
  count: number;
  in?: Parameters<typeof linksOf>[0];
  met?: readonly Meet[];
}

/** Three things an organization did well in a stretch of time, and three to mend: by fixed order of what weighs most, never a score. */
export function reviewOf(stretch: Stretch): Pick<Review, 'well' | 'mend' | 'empty'> {
  const happened = <K>(found: Found<K>[]) =>
    found
      .filter((one) => one.count > 0)
      .slice(0, shown)
      .map(({ in: where = [], met = [], of = null, hours = null, days = null, ...rest }) => ({
        ...rest,
        of,
        hours,
        days,
        links: [...linksOf(where, stretch.titles), ...meetingLinksOf(met)],
      }));
  const { words, due, waiting, meetings, from } = stretch;
  const met = meetings.some((one) => one.at >= from);
  if (words.length === 0 && due.length === 0 && waiting.length === 0 && !met)
    return { well: [], mend: [], empty: true };
  return { well: happened(wellIn(stretch)), mend: happened(mendIn(stretch)), empty: false };
}

const ourFacts = (stretch: Stretch, kind: EvidenceKind, ours = true): Fact[] =>
  stretch.facts.filter((one) => one.kind === kind && one.ours === ours);

function wellIn(stretch: Stretch): Found<Well>[] {
  const { answers, promises, rhythm } = measuresOf(stretch, true);
  const facts = (kind: EvidenceKind) => ourFacts(stretch, kind);
  const counted = (kind: Well, found: Fact[]): Found<Well> => ({ kind, count: found.length, in: found });
  const kept = stretch.due.filter((one) => one.ours && one.result === 'kept');
  const { came, missed } = showingIn(stretch, true);
  const answered = answers.asked - answers.unanswered;
  const inTouch = rhythm.share !== null && rhythm.share >= 0.95 && (rhythm.longestDays ?? 0) <= cadenceDays;
  return [
    { kind: 'kept', count: kept.length, of: promises.due, in: kept },
    counted('made-good', facts('made-good')),
    counted('warned', facts('early-warning').filter(isEarlyWarning)),
    counted('retracted', facts('honest-retraction')),
    {
      kind: 'answered',
      count: answers.medianHours !== null && answers.medianHours <= quick ? answered : 0,
      hours: answers.medianHours,
    },
    { kind: 'showed-up', count: came.length, of: came.length + missed.length, met: came },
    counted('reviewed', facts('prompt-review')),
    counted('amended', facts('sense-making').filter(isEarlyAmendment)),
    // Forgiving is told about who is forgiven: the other side's fact is our deed.
    counted('forgave', ourFacts(stretch, 'forgiven', false)),
    counted('let-off', facts('flexible-customer')),
    { kind: 'rhythm', count: inTouch ? rhythm.partnerships : 0 },
  ];
}

function mendIn(stretch: Stretch): Found<Mend>[] {
  const { answers, rhythm, promises } = measuresOf(stretch, true);
  const facts = (kind: EvidenceKind) => ourFacts(stretch, kind);
  const counted = (kind: Mend, found: Fact[]): Found<Mend> => ({ kind, count: found.length, in: found });
  const due = stretch.due.filter((one) => one.ours);
  const broken = due.filter((one) => one.result === 'reneged' || one.result === 'failed');
  const silent = due.filter((one) => one.silent && !broken.includes(one));
  const late = due.filter((one) => (one.result === 'late' && !one.silent) || one.result === 'late-with-notice');
  const waiting = stretch.waiting.filter((one) => one.ours);
  const unmet = waiting.filter((one) => one.for === 'antecedent');
  const unanswered = waiting.filter((one) => one.for === 'answer');
  const longest = rhythm.longestDays ?? 0;
  const { came, missed, offLate } = showingIn(stretch, true);
  return [
    { kind: 'broken', count: broken.length, of: promises.due, in: broken },
    { kind: 'silent', count: silent.length, of: promises.due, in: silent },
    { kind: 'late', count: late.length, of: promises.due, in: late },
    { kind: 'not-shown', count: missed.length, of: came.length + missed.length, met: missed },
    { kind: 'unanswered', count: unanswered.length, of: answers.asked, in: unanswered },
    {
      kind: 'slow-answers',
      count: answers.medianHours !== null && answers.medianHours > slow ? answers.asked - answers.unanswered : 0,
      hours: answers.medianHours,
    },
    counted('slow-reviews', facts('slow-review')),
    counted('cancelled-late', facts('cancelled').filter(isLateCancel)),
    { kind: 'called-off-late', count: offLate.length, met: offLate },
    { kind: 'antecedent-missed', count: unmet.length, in: unmet },
    counted('amended-late', facts('late-notice')),
    { kind: 'long-silence', count: longest > cadenceDays ? 1 : 0, days: longest },
  ];
}
