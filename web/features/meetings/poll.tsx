import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Vote } from '../../../server/features/meetings/schema-requests.ts';
import type { Invited, Option } from '../../../server/features/meetings/schema.ts';
import { listSaid } from '../../../messages/format.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { toast } from '../../ui/toast.tsx';
import { Ground } from '../../ui/page.tsx';
import { type Seen, speakersOf } from './perspective.ts';
import { Refused } from './refused.tsx';
import { useTimeSaid } from './said.ts';
import { recordedFor, SpeakerField } from './speaker-field.tsx';
import style from './meetings.module.css';

const VOTES: Vote[] = ['yes', 'if-needed', 'no'];
type Chosen = Record<string, Vote>;

function votesOf(options: Option[], person: string | undefined): Chosen {
  return Object.fromEntries(
    options.flatMap((option) =>
      option.votes.filter((each) => each.person === person).map((each) => [option.id, each.vote]),
    ),
  );
}

/** Whose word is being given, what they said so far, and sending it. */
function usePoll(seen: Seen) {
  const { meeting, voice } = seen;
  const { poll: words } = useMessages().meetings;
  const queries = useQueryClient();
  // Of free times the side that is invited takes one, or somebody writes down that it did.
  const speakers = speakersOf(seen).filter((each) => meeting.asks === 'poll' || each.side !== meeting.side);
  const [who, setWho] = useState('');
  const speaker = speakers.find((each) => each.id === who) ?? speakers[0];
  const [chosen, setChosen] = useState<Chosen>({});
  const votes = { ...votesOf(meeting.options, speaker?.id), ...chosen };
  const fresh = () => queries.invalidateQueries({ queryKey: voice.key });
  const voting = useMutation({
    mutationFn: () =>
      voice.vote({
        votes: Object.entries(votes).map(([option, vote]) => ({ option, vote })),
        ...recordedFor(speaker),
      }),
    onSuccess: async () => {
      await fresh();
      setChosen({});
      toast(words.saved);
    },
  });
  const settling = useMutation({
    mutationFn: (option: string) => voice.settle({ option, ...(meeting.asks === 'poll' ? {} : recordedFor(speaker)) }),
    onSuccess: async () => {
      toast(words.settled);
      await fresh();
    },
  });
  const speak = (person: string) => {
    setWho(person);
    setChosen({});
  };
  const put = (option: string, vote: Vote) => setChosen({ ...chosen, [option]: vote });
  return { speakers, speaker, speak, votes, put, voting, settling };
}

/** Times to choose from: everybody says which suit, and one is settled; or one is free to be taken. */
export function Poll({ seen }: { seen: Seen }) {
  const { meeting } = seen;
  const { poll: words } = useMessages().meetings;
  const { speakers, speaker, speak, votes, put, voting, settling } = usePoll(seen);
  const polls = meeting.asks === 'poll';
  const settles = meeting.may.settle && (polls || speaker !== undefined);
  const error = voting.error ?? settling.error;
  return (
    <Ground>
      <h2>{polls ? words.title : words.titleSlots}</h2>
      {speaker && <SpeakerField speakers={speakers} value={speaker} onChange={speak} />}
      <div>
        {meeting.options.map((option) => (
          <OptionRow
            key={option.id}
            seen={seen}
            option={option}
            speaker={polls ? speaker : undefined}
            vote={votes[option.id]}
            onVote={(vote) => put(option.id, vote)}
            onSettle={settles ? () => settling.mutate(option.id) : undefined}
            busy={settling.isPending}
          />
        ))}
      </div>
      {error && <Refused error={error} zone={meeting.zone} />}
      {polls && speaker && (
        <div>
          <Button
            kind="act"
            busy={voting.isPending}
            disabled={Object.keys(votes).length === 0}
            onClick={() => voting.mutate()}
          >
            {words.save}
          </Button>
        </div>
      )}
    </Ground>
  );
}

interface OptionRowProps {
  seen: Seen;
  option: Option;
  speaker: Invited | undefined;
  vote: Vote | undefined;
  onVote: (vote: Vote) => void;
  onSettle: (() => void) | undefined;
  busy: boolean;
}

/** One of the times: who said what of it, my own word, and settling it. */
function OptionRow({ seen, option, speaker, vote, onVote, onSettle, busy }: OptionRowProps) {
  const { meeting } = seen;
  const { poll: words, people } = useMessages().meetings;
  const { locale } = useLocale();
  const said = useTimeSaid();
  const time = said({ startsAt: option.startsAt, local: option.local, zone: meeting.zone });
  const count = (which: Vote) => option.votes.filter((each) => each.vote === which).length;
  const nameOf = (id: string) => meeting.people.find((each) => each.id === id)?.name ?? people.someone;
  const polls = meeting.asks === 'poll';
  return (
    <div className={style.option}>
      <div className={style.optionHead}>
        <strong>{time}</strong>
        {onSettle && (
          <Button
            busy={busy}
            onClick={onSettle}
            aria-label={polls ? words.settleLabel({ time }) : words.takeLabel({ time })}
          >
            {polls ? words.settle : words.take}
          </Button>
        )}
      </div>
      {polls && option.votes.length > 0 && (
        <span className={style.soft}>
          {words.count({ yes: count('yes'), ifNeeded: count('if-needed'), no: count('no') })}:{' '}
          {listSaid(
            option.votes.map((each) => `${nameOf(each.person)} ${words.said[each.vote]}`),
            locale,
          )}
        </span>
      )}
      {speaker && (
        <Choice
          legend={speaker.me ? words.mine({ time }) : words.theirs({ time, name: speaker.name ?? people.someone })}
          legendHidden
          options={VOTES.map((key) => ({ key, label: words.votes[key] }))}
          value={vote}
          onChange={onVote}
        />
      )}
    </div>
  );
}
