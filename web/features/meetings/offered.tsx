import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Ground, Quote } from '../../ui/page.tsx';
import type { Seen } from './perspective.ts';
import { Refused } from './refused.tsx';
import style from './meetings.module.css';

/** What a mail reads like, offered as an answer to be pressed: by whoever wrote it, or by us, who write it down for them. */
export function Offered({ seen }: { seen: Seen }) {
  const { meeting, time, voice } = seen;
  const { offered: words, people } = useMessages().meetings;
  const queries = useQueryClient();
  const answering = useMutation({
    mutationFn: (input: Parameters<typeof voice.answer>[0]) => voice.answer(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: voice.key }),
  });
  if (!time) return null;
  return meeting.offered.map(({ person: id, answer, words: said }) => {
    const person = meeting.people.find((each) => each.id === id);
    if (!person) return null;
    const side = person.side === seen.mySide ? 'ours' : 'theirs';
    const name = person.name ?? people.someone;
    return (
      <Ground key={id}>
        <h2>{person.me ? words.title[answer] : words.titleOf[answer]({ name })}</h2>
        <Quote side={side}>{said}</Quote>
        <div>
          <Button
            kind="act"
            busy={answering.isPending}
            onClick={() =>
              answering.mutate({
                answer,
                words: '',
                ...(meeting.repeat ? { occurrence: time.occurrence } : {}),
                ...(person.me ? {} : { person: id }),
              })
            }
          >
            {person.me ? words.say[answer] : words.record[answer]({ name })}
          </Button>
        </div>
        <p className={style.soft}>{words.note}</p>
        {answering.error && <Refused error={answering.error} zone={meeting.zone} />}
      </Ground>
    );
  });
}
