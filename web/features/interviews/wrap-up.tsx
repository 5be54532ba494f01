import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Interview } from '../../../server/features/interviews/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { endInterview, listeningKey } from './api.ts';
import { toast } from '../../ui/toast.tsx';
import type { Speaker } from './marks.tsx';
import type { LocalPoint } from './point-model.ts';
import { PointFacts } from './point-row.tsx';
import rows from './point-row.module.css';
import style from './talk.module.css';
import type { Talk } from './talk.ts';
import { useTalkPart } from './use-talk.ts';
import { WalkPoint } from './walk-point.tsx';

interface WrapUpProps {
  organization: OurOrganization;
  room: PartnershipPage;
  interview: Interview;
  talk: Talk;
  speakers: Speaker[];
  onBack: () => void;
}

/** After a talk: one open point after another, until each is closed or has a follow-up; then the end. */
export function WrapUp(props: WrapUpProps) {
  const { organization, interview, talk, speakers, onBack } = props;
  const { listening, general } = useMessages();
  const words = listening.wrap;
  const points = useTalkPart(talk, 'points');
  const [later, setLater] = useState<string[]>([]);
  const open = points.filter((point) => point.settled === null);
  const present = open.find((point) => !later.includes(point.id)) ?? open[0];
  const closeAll = () => {
    const ids = open.map((point) => point.id);
    talk.changeAll(ids, () => ({ settled: 'closed' }));
    toast(words.restDone({ n: ids.length }), {
      label: general.actions.undo,
      onPress: () => talk.changeAll(ids, () => ({ settled: null })),
    });
  };
  return (
    <>
      {present ? (
        <div className={style.walk}>
          <p>{words.lead}</p>
          <p aria-live="polite">{words.count({ n: open.length })}</p>
          <WalkPoint
            key={present.id}
            organization={organization.id}
            talk={talk}
            point={present}
            speakers={speakers}
            onLater={() => setLater([...later.filter((id) => id !== present.id), present.id])}
            alone={open.length === 1}
          />
          <Buttons>
            {open.length > 1 && (
              <Button kind="quiet" onClick={closeAll}>
                {words.rest({ n: open.length })}
              </Button>
            )}
            <Button kind="quiet" onClick={onBack}>
              {words.back}
            </Button>
          </Buttons>
        </div>
      ) : (
        <End {...props} />
      )}
      {(present === undefined || interview.finishedAt !== null) && (
        <Ended talk={talk} points={points} speakers={speakers} fixed={interview.finishedAt !== null} />
      )}
    </>
  );
}

interface EndedProps {
  talk: Talk;
  points: LocalPoint[];
  speakers: Speaker[];
  /** The talk is finished: nothing is decided anew before it is opened again. */
  fixed: boolean;
}

/** What was heard, and how each point ended. */
function Ended({ talk, points, speakers, fixed }: EndedProps) {
  const { wrap: words } = useMessages().listening;
  return (
    <ul className={style.points}>
      {points.map((point, index) => (
        <li key={point.id} className={rows.point}>
          <div className={rows.content}>
            <p className={rows.text} dir="auto">
              {point.text}
            </p>
            <PointFacts
              point={point}
              speakers={speakers}
              sameQuestion={point.question !== null && point.question === points[index - 1]?.question}
            />
          </div>
          {!fixed && (
            <Button
              kind="quiet"
              aria-label={words.againLabel({ text: point.text.slice(0, 60) })}
              onClick={() => talk.change(point.id, { settled: null })}
            >
              {words.again}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Every point has its end: the talk can be finished, and read back. */
function End({ organization, room, interview, talk, onBack }: WrapUpProps) {
  const { listening } = useMessages();
  const words = listening.wrap;
  const queries = useQueryClient();
  const unsaved = useTalkPart(talk, 'unsaved');
  const connection = useTalkPart(talk, 'connection');
  const ending = useMutation({
    mutationFn: (how: 'finish' | 'reopen') => endInterview(organization.id, room.id, interview.id, how),
    onSuccess: (_, how) => {
      void queries.invalidateQueries({ queryKey: listeningKey(organization.id, room.id) });
      if (how === 'reopen') onBack();
    },
  });
  const ready = unsaved === 0 && connection === 'there';
  if (interview.finishedAt === null) {
    return (
      <div className={style.walk}>
        <p>{words.ready}</p>
        <p>{words.understanding}</p>
        {!ready && <p>{words.waiting}</p>}
        {ending.error && <ErrorNote error={ending.error} />}
        <Buttons>
          <Button kind="act" disabled={!ready} busy={ending.isPending} onClick={() => ending.mutate('finish')}>
            {words.finish}
          </Button>
          <Button onClick={onBack}>{words.back}</Button>
        </Buttons>
      </div>
    );
  }
  return (
    <div className={style.walk}>
      <p>
        {words.finished} {interview.readback === 'none' ? words.next : listening.readback[interview.readback]}
      </p>
      {ending.error && <ErrorNote error={ending.error} />}
      <Buttons>
        <GoButton kind="act" href={paths.newReadback(organization.slug, room.id, interview.id)}>
          {words.readBack}
        </GoButton>
        <GoButton href={paths.partnership(organization.slug, room.id)}>
          {words.backTo({ partner: room.partner.name })}
        </GoButton>
        <Button kind="quiet" busy={ending.isPending} onClick={() => ending.mutate('reopen')}>
          {words.reopen}
        </Button>
      </Buttons>
    </div>
  );
}
