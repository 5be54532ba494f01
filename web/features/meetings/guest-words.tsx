import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MeetingWords } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Ground, Quote } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { When } from '../../ui/when.tsx';
import { writeAboutMeeting } from './api.ts';
import { partnerName, type Seen } from './perspective.ts';
import style from './meetings.module.css';

/** What both sides wrote about the meeting, and writing more. */
export function GuestWords({ link, seen, said }: { link: string; seen: Seen; said: MeetingWords[] }) {
  const { meetings, partners, general, mailIn } = useMessages();
  const { guest: words } = meetings;
  const queries = useQueryClient();
  const draft = useDraft(`meeting-words:${seen.meeting.id}`);
  const sending = useMutation({
    mutationFn: () => writeAboutMeeting(link, draft.text.trim()),
    onSuccess: async () => {
      draft.clear();
      await queries.invalidateQueries({ queryKey: seen.voice.key });
    },
  });
  const marks = {
    session: '',
    link: general.byLink,
    mail: mailIn.byMail.mark,
    recorded: partners.threads.writtenDown,
  };
  return (
    <Ground>
      <h2>{meetings.page.thread}</h2>
      {said.length === 0 && <p className={style.soft}>{words.unwritten}</p>}
      {said.map(({ id, by, side, via, text, at }) => (
        <div key={id} className={style.stack}>
          <Quote side={side === seen.mySide ? 'ours' : 'theirs'}>{text}</Quote>
          <span className={style.soft}>
            {by.name ?? meetings.people.someone}, {seen.names[side]}, <When at={at} />{' '}
            {marks[via] && <Badge>{marks[via]}</Badge>}
          </span>
        </div>
      ))}
      <Form onSubmit={() => draft.text.trim() && sending.mutate()}>
        <TextArea
          label={words.write}
          hint={words.writeHint({ partner: partnerName(seen) })}
          longest={20_000}
          rows={2}
          value={draft.text}
          onChange={draft.setText}
          draft={draft}
        />
        {sending.error && <ErrorNote error={sending.error} />}
        <div>
          <Button type="submit" busy={sending.isPending} disabled={draft.text.trim() === ''}>
            {words.writeSend}
          </Button>
        </div>
      </Form>
    </Ground>
  );
}
