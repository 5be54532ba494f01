import type { Tx } from '../../platform/database.ts';
import type { MailSuggestion } from '../mail-in/schema.ts';
import type { AnswerRow } from './queries-names.ts';
import type { MeetingWords, OfferedAnswer } from './schema.ts';

/** Words of one meeting that a guest is shown; what is older is in the mails. */
const MOST_WORDS = 100;

interface OfferedRow {
  person: string;
  suggestion: MailSuggestion;
  at: string;
}

/**
 * What the last mail of these people about a meeting reads like, yes or no, until they answered or the meeting changed. From the
 * mails of the organization that `tx` has entered.
 */
export async function offeredAnswers(
  tx: Tx,
  organization: string,
  meeting: { partnership: string; id: string; changedAt: string },
  people: readonly string[],
  answers: readonly AnswerRow[],
): Promise<OfferedAnswer[]> {
  if (people.length === 0) return [];
  const { rows } = await tx.query<OfferedRow>(
    `select distinct on (people_id) people_id as person, suggestion, received_at as at from mails_in
     where organization_id = $1 and subject_id = $3 and suggestion is not null and partnership_id = $2 and kind = 'meeting'
       and state = 'landed' and people_id = any($4)
     order by people_id, received_at desc`,
    [organization, meeting.partnership, meeting.id, people],
  );
  const later = (row: OfferedRow) =>
    answers.some((one) => one.person === row.person && Date.parse(one.at) >= Date.parse(row.at));
  return rows
    .filter((row) => Date.parse(meeting.changedAt) <= Date.parse(row.at) && !later(row))
    .map(({ person, suggestion, at }) => ({
      person,
      answer: suggestion.kind === 'decline' ? 'declined' : 'accepted',
      words: suggestion.words,
      at,
    }));
}

/** What was written about a meeting, for whoever has no page of threads: the newest, oldest first. */
export async function wordsOfMeeting(tx: Tx, partnership: string, thread: string | null): Promise<MeetingWords[]> {
  if (thread === null) return [];
  const { rows } = await tx.query<Omit<MeetingWords, 'by'> & { author: string; name: string | null }>(
    `select m.id, m.author, coalesce(k.name, p.name) as name, m.side, m.via, m.text, m.at
     from messages m left join people p on p.partnership_id = m.partnership_id and p.id = m.author
     left join people k on k.partnership_id = p.partnership_id and k.id = p.merged_into
     where m.partnership_id = $1 and m.thread_id = $2 order by m.id desc limit $3`,
    [partnership, thread, MOST_WORDS],
  );
  return rows.toReversed().map(({ author, name, ...row }) => ({ ...row, by: { id: author, name } }));
}
