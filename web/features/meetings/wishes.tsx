import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Invited } from '../../../server/features/meetings/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { Ground } from '../../ui/page.tsx';
import { type Seen, wishesOf } from './perspective.ts';
import { Refused } from './refused.tsx';
import { useTimeSaid } from './said.ts';
import style from './meetings.module.css';

/** Other times at which people could come: who invites takes one of them over with one press. Nothing moves by itself. */
export function Wishes({ seen }: { seen: Seen }) {
  const { meeting, voice } = seen;
  const { meetings } = useMessages();
  const { wish: words } = meetings;
  const reader = useReaderNow();
  const said = useTimeSaid();
  const queries = useQueryClient();
  const moving = useMutation({
    mutationFn: (to: Parameters<typeof voice.move>[0]) => voice.move(to),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: voice.key });
      toast(meetings.change.moved);
    },
  });
  const wishes = wishesOf(seen, reader.now);
  if (wishes.length === 0) return null;
  const nameOf = ({ name }: Invited) => name ?? meetings.people.someone;
  return (
    <Ground>
      <h2>{words.title}</h2>
      {wishes.map(({ person, local, startsAt, occurrence }) => {
        const time = said({ startsAt, local, zone: meeting.zone });
        return (
          <div key={person.id} className={style.optionHead}>
            <span>{words.could({ name: nameOf(person), time })}</span>
            <Button
              kind="act"
              busy={moving.isPending}
              aria-label={words.moveLabel({ time, name: nameOf(person) })}
              onClick={() => moving.mutate({ start: local, ...(occurrence ? { occurrence } : {}) })}
            >
              {words.move}
            </Button>
          </div>
        );
      })}
      <p className={style.soft}>{words.note}</p>
      {moving.error && <Refused error={moving.error} zone={meeting.zone} />}
    </Ground>
  );
}
