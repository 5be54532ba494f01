import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { fullDay } from '../../../messages/format.ts';
import type { MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import type { AfterProps } from './after.tsx';
import { sayThanks, talkOfMeeting } from './api.ts';
import { partnerName } from './perspective.ts';
import style from './meetings.module.css';

interface CourtesyProps extends AfterProps {
  courtesy: NonNullable<MeetingOccurrence['courtesy']>;
}

/** Thanks and reading back, offered as soon as a meeting has taken place and said to be done when they are. */
export function Courtesy(props: CourtesyProps) {
  const { courtesy, time, organization, room, place } = props;
  const { thanks: words } = useMessages().meetings;
  const { locale } = useLocale();
  const router = useRouter();
  const readback = time.talk?.readback ?? 'none';
  const reading = useMutation({
    mutationFn: () => talkOfMeeting(place, time.occurrence),
    onSuccess: ({ interview }) =>
      void router.navigate({ href: paths.newReadback(organization.slug, room.id, interview) }),
  });
  const done = courtesy.thanked && readback !== 'none';
  return (
    <section className={style.courtesy}>
      <h2>{words.title}</h2>
      {!done && <p>{words.why({ day: fullDay(courtesy.by, locale) })}</p>}
      {courtesy.thanked ? <p>{words.thanked}</p> : <ThanksForm {...props} />}
      {readback === 'none' ? (
        <div>
          <Button busy={reading.isPending} onClick={() => reading.mutate()}>
            {words.readBack}
          </Button>
        </div>
      ) : (
        <p>{readback === 'confirmed' ? words.readBackConfirmed : words.readBackSent}</p>
      )}
      {reading.error && <ErrorNote error={reading.error} />}
    </section>
  );
}

function ThanksForm({ seen, place, time }: CourtesyProps) {
  const { thanks: words } = useMessages().meetings;
  const queries = useQueryClient();
  const partner = partnerName(seen);
  const draft = useDraft(
    `meeting-thanks:${place.meeting}:${time.occurrence}`,
    words.text({ partner, purpose: seen.meeting.purpose }),
  );
  const sending = useMutation({
    mutationFn: () => sayThanks(place, { occurrence: time.occurrence, text: draft.text.trim() }),
    onSuccess: async () => {
      draft.clear();
      toast(words.sent);
      await queries.invalidateQueries({ queryKey: seen.voice.key });
    },
  });
  return (
    <Form onSubmit={() => draft.text.trim() && sending.mutate()}>
      <TextArea
        label={words.label}
        hint={words.crossing({ partner })}
        longest={5000}
        value={draft.text}
        onChange={draft.setText}
        draft={draft}
      />
      {sending.error && <ErrorNote error={sending.error} />}
      <div>
        <Button type="submit" kind="act" busy={sending.isPending} disabled={draft.text.trim() === ''}>
          {words.send}
        </Button>
      </div>
    </Form>
  );
}
