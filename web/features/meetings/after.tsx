import { useState } from 'react';
import type { MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Go } from '../../ui/go.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Ground, OwnNotes } from '../../ui/page.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { MeetingPlace } from './api.ts';
import { Courtesy } from './courtesy.tsx';
import { MakeDialog, MakeMenu, type Making } from './make.tsx';
import { OutcomeForm } from './outcome.tsx';
import { partnerName, type Seen } from './perspective.ts';
import { Results } from './results.tsx';
import { WritingBox } from './writing.tsx';
import style from './meetings.module.css';

/** A time that has begun, and where its page stands. */
export interface AfterProps {
  organization: OurOrganization;
  room: PartnershipPage;
  seen: Seen;
  place: MeetingPlace;
  time: MeetingOccurrence;
}

/** What follows a meeting: how it went, thanks and read-back, minutes, what it led to, and our own notes. */
export function After(props: AfterProps) {
  const { time, seen, place } = props;
  const { outcome } = time;
  return (
    <>
      {time.held === null && seen.mySide && <OutcomeForm key={time.occurrence} seen={seen} place={place} time={time} />}
      {outcome?.words && (
        <Ground>
          <p dir="auto">{outcome.words}</p>
        </Ground>
      )}
      {time.courtesy && <Courtesy {...props} courtesy={time.courtesy} />}
      {time.held !== false && <Minutes key={`minutes ${time.occurrence}`} {...props} />}
      {time.held && <Results {...props} />}
      <Notes key={`note ${time.occurrence}`} {...props} />
    </>
  );
}

/** What was agreed, line by line; of each line something can be made. */
function Minutes(props: AfterProps) {
  const { seen, place, time } = props;
  const { meetings } = useMessages();
  const { after: words, page } = meetings;
  const queries = useQueryClient();
  const [writing, setWriting] = useState(false);
  const [making, setMaking] = useState<Making>();
  const lines = time.minutes.split('\n').filter((line) => line.trim() !== '');
  return (
    <Ground>
      <h2>{words.minutes}</h2>
      <p className={style.soft}>
        {page.shared({ partner: partnerName(seen) })}{' '}
        {time.minutesBy && words.minutesBy({ who: time.minutesBy.name ?? meetings.people.someone })}
      </p>
      {writing ? (
        <WritingBox
          seen={seen}
          place={place}
          time={time}
          which="minutes"
          label={words.minutesLabel}
          hint={words.minutesHint}
          saveLabel={words.minutesSave}
          onDone={() => setWriting(false)}
        />
      ) : (
        <>
          {lines.length === 0 && <p>{words.minutesNone}</p>}
          {lines.map((line, index) => (
            // Lines may be alike; they have no name but their place.
            // eslint-disable-next-line react/no-array-index-key
            <div key={index} className={style.line}>
              <span dir="auto">{line}</span>
              {time.held && (
                <MakeMenu {...props} text={line} onMake={setMaking}>
                  <IconButton aria-label={meetings.results.makeOf({ line })} title={meetings.results.make}>
                    <MoreIcon size={20} />
                  </IconButton>
                </MakeMenu>
              )}
            </div>
          ))}
          {seen.mySide && (
            <div>
              <Button kind={lines.length === 0 ? 'act' : 'plain'} onClick={() => setWriting(true)}>
                {lines.length === 0 ? words.minutesWrite : words.minutesEdit}
              </Button>
            </div>
          )}
        </>
      )}
      {making && (
        <MakeDialog
          {...props}
          making={making}
          onClose={() => setMaking(undefined)}
          onMade={async () => {
            await queries.invalidateQueries({ queryKey: seen.voice.key });
            setMaking(undefined);
          }}
        />
      )}
    </Ground>
  );
}

/** What only our organization wrote down: notes, and the talk with what was heard. */
function Notes({ organization, room, seen, place, time }: AfterProps) {
  const { meetings } = useMessages();
  const { after: words, results } = meetings;
  return (
    <OwnNotes organization={organization.name} title={words.note}>
      <WritingBox
        seen={seen}
        place={place}
        time={time}
        which="note"
        label={words.noteLabel}
        placeholder={words.noteExample}
        saveLabel={words.noteSave}
      />
      {time.talk && (
        <p>
          {time.talk.points > 0 && `${results.heard({ n: time.talk.points })}. `}
          <Go href={paths.talk(organization.slug, room.id, time.talk.id)}>{results.openTalk}</Go>
        </p>
      )}
    </OwnNotes>
  );
}
