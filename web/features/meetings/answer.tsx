import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingAnswer, NewAnswer } from '../../../server/features/meetings/schema-requests.ts';
import type { Invited } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Ground } from '../../ui/page.tsx';
import { type Seen, speakersOf } from './perspective.ts';
import { Refused } from './refused.tsx';
import { cityOf } from './said.ts';
import { recordedFor, SpeakerField } from './speaker-field.tsx';
import { LocalField } from './time-fields.tsx';
import style from './meetings.module.css';

const ANSWERS: MeetingAnswer[] = ['accepted', 'tentative', 'declined'];

/** What somebody said about the time of the page: about this one only, else about all of them. */
function saidOf({ time }: Seen, speaker: Invited): MeetingAnswer | undefined {
  const only = time?.answers.find((each) => each.person === speaker.id);
  if (only) return only.outdated ? undefined : only.answer;
  return speaker.answer && !speaker.answer.outdated ? speaker.answer.answer : undefined;
}

/** Yes, maybe and no stand side by side; with maybe and no goes a word and another time. */
export function Answer({ seen }: { seen: Seen }) {
  const { meeting, time, voice } = seen;
  const { answer: words, people: named } = useMessages().meetings;
  const queries = useQueryClient();
  const speakers = speakersOf(seen).filter((each) => !each.organizer);
  const [who, setWho] = useState('');
  const [asking, setAsking] = useState<'tentative' | 'declined' | 'again'>();
  const speaker = speakers.find((each) => each.id === who) ?? speakers[0];
  const answering = useMutation({
    mutationFn: (input: Pick<NewAnswer, 'answer'> & Partial<NewAnswer>) =>
      voice.answer({
        words: '',
        ...input,
        ...(meeting.repeat && time ? { occurrence: time.occurrence } : {}),
        ...recordedFor(speaker),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: voice.key });
      setAsking(undefined);
    },
  });
  if (!speaker || !time || time.cancelled) return null;
  const given = saidOf(seen, speaker);
  const title = !speaker.me
    ? words.titleFor({ name: speaker.name ?? named.someone })
    : meeting.repeat
      ? words.titleThis
      : words.title;
  const press = (answer: MeetingAnswer) => (answer === 'accepted' ? answering.mutate({ answer }) : setAsking(answer));
  return (
    <Ground>
      <h2>{title}</h2>
      <SpeakerField speakers={speakers} value={speaker} onChange={setWho} />
      {given && asking === undefined && speaker.me ? (
        <div className={style.optionHead}>
          <strong>{words.done[given]}</strong>
          <Button onClick={() => setAsking('again')}>{words.change}</Button>
        </div>
      ) : (
        <Buttons>
          {ANSWERS.map((each) => (
            <Button
              key={each}
              kind={each === 'accepted' && speaker.me ? 'act' : each === 'declined' ? 'no' : 'plain'}
              aria-pressed={asking === each || undefined}
              busy={answering.isPending && each === 'accepted'}
              onClick={() => press(each)}
            >
              {speaker.me ? words[each] : words.recorded[each]}
            </Button>
          ))}
        </Buttons>
      )}
      {(asking === 'tentative' || asking === 'declined') && (
        <Reason
          key={asking}
          answer={asking}
          zone={meeting.zone}
          busy={answering.isPending}
          onSend={(text, counter) => answering.mutate({ answer: asking, words: text, ...(counter ? { counter } : {}) })}
        />
      )}
      {answering.error && <Refused error={answering.error} zone={meeting.zone} />}
    </Ground>
  );
}

interface ReasonProps {
  answer: 'tentative' | 'declined';
  zone: string;
  busy: boolean;
  onSend: (words: string, counter: string) => void;
}

function Reason({ answer, zone, busy, onSend }: ReasonProps) {
  const { answer: words } = useMessages().meetings;
  const [text, setText] = useState('');
  const [counter, setCounter] = useState('');
  return (
    <Form onSubmit={() => onSend(text.trim(), counter)}>
      <TextArea optional label={words.words} longest={2000} rows={2} value={text} onChange={setText} />
      <LocalField label={words.otherHint({ zone: cityOf(zone) })} value={counter} onChange={setCounter} />
      <div>
        <Button type="submit" kind="act" busy={busy}>
          {answer === 'declined' ? words.sendNo : words.sendMaybe}
        </Button>
      </div>
    </Form>
  );
}
