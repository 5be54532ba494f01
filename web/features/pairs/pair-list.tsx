import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pair, PairsPage } from '../../../server/features/pairs/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { answerPair, endPair, pairsQuery } from './api.ts';
import style from './pairs.module.css';
import { ProposePair } from './propose-pair.tsx';
import { RecordAnswer } from './record-answer.tsx';

interface PairListProps {
  organization: OurOrganization;
  room: PartnershipPage;
  people: RoomPerson[];
  page: PairsPage;
}

/** Who works with whom: what waits for our answer first, then the pairs, then what we proposed. */
export function PairList({ organization, room, people, page }: PairListProps) {
  const { pairs } = useMessages();
  const { pairs: words } = pairs;
  const [proposing, setProposing] = useState(false);
  const rank = (pair: Pair) => (pair.may.answer === 'own' ? 0 : pair.agreed ? 1 : 2);
  const sorted = page.pairs.toSorted((one, other) => rank(one) - rank(other));
  return (
    <Section
      id="pairs"
      title={words.title}
      note={words.lead}
      actions={page.may.propose && <Button onClick={() => setProposing(true)}>{words.propose}</Button>}
    >
      {sorted.length === 0 ? (
        <p className={style.none}>{words.none}</p>
      ) : (
        <ul className={style.pairs}>
          {sorted.map((pair) => (
            <OnePair key={pair.id} organization={organization} room={room} people={people} pair={pair} />
          ))}
        </ul>
      )}
      <p className={style.help}>{words.leaders}</p>
      {page.ended.length > 0 && (
        <details className={style.earlier}>
          <summary>{words.endedTitle}</summary>
          <ul>
            {page.ended.map((pair) => (
              <li key={pair.id}>
                <Two pair={pair} /> · {pair.ended && words.endedHow[pair.ended.how]}
                {pair.ended && (
                  <>
                    , <When at={pair.ended.at} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Dialog opened={proposing} onClose={() => setProposing(false)} title={words.proposeTitle}>
        {proposing && (
          <ProposePair organization={organization.id} room={room} people={people} onDone={() => setProposing(false)} />
        )}
      </Dialog>
    </Section>
  );
}

function Two({ pair }: { pair: Pair }) {
  const { pairs, partners } = useMessages();
  const [a, b] = pair.people.map((person) => person.name ?? partners.people.nameless);
  return <strong>{pairs.pairs.and({ one: a ?? '', other: b ?? '' })}</strong>;
}

interface OnePairProps extends Omit<PairListProps, 'page'> {
  pair: Pair;
}

function OnePair({ organization, room, people, pair }: OnePairProps) {
  const { pairs: words } = useMessages().pairs;
  const queries = useQueryClient();
  const [recording, setRecording] = useState(false);
  const [sure, setSure] = useState(false);
  const onSuccess = (page: PairsPage) => queries.setQueryData(pairsQuery(organization.id, room.id).queryKey, page);
  const answering = useMutation({
    mutationFn: (agree: boolean) => answerPair(organization.id, room.id, pair.id, { agree }),
    onSuccess,
  });
  const ending = useMutation({ mutationFn: () => endPair(organization.id, room.id, pair.id), onSuccess });
  const error = answering.error ?? ending.error;
  const theirs = pair.proposedBy.side !== room.mySide;
  return (
    <li className={`${style.pair} ${pair.agreed ? '' : style.proposed}`}>
      <Two pair={pair} />
      {pair.topic && <span>{words.about({ topic: pair.topic })}</span>}
      <span className={style.below}>
        {pair.agreed ? (
          <Since at={pair.agreed.at} />
        ) : theirs ? (
          words.proposedByThem({ partner: room.partner.name })
        ) : (
          words.proposedByUs
        )}
      </span>
      {pair.agreed && pair.agreed.via !== 'session' && (
        <span>
          <Badge>{words.via[pair.agreed.via]}</Badge>
        </span>
      )}
      {error && <ErrorNote error={error} />}
      <Buttons>
        {pair.may.answer === 'own' && (
          <>
            <Button kind="act" busy={answering.isPending} onClick={() => answering.mutate(true)}>
              {words.agree}
            </Button>
            <Button kind="no" busy={answering.isPending} onClick={() => answering.mutate(false)}>
              {words.refuse}
            </Button>
          </>
        )}
        {pair.may.answer === 'recorded' && <Button onClick={() => setRecording(true)}>{words.record}</Button>}
        {pair.may.end && (
          <Button kind="quiet" busy={ending.isPending} onClick={() => (sure ? ending.mutate() : setSure(true))}>
            {sure ? words.endSure : pair.agreed ? words.end : words.takeBack}
          </Button>
        )}
      </Buttons>
      <Dialog opened={recording} onClose={() => setRecording(false)} title={words.recordTitle}>
        {recording && (
          <RecordAnswer
            organization={organization.id}
            room={room}
            people={people}
            pair={pair}
            onDone={() => setRecording(false)}
          />
        )}
      </Dialog>
    </li>
  );
}

function Since({ at }: { at: string }) {
  const { pairs: words } = useMessages().pairs;
  return (
    <>
      {words.since} <When at={at} />
    </>
  );
}
