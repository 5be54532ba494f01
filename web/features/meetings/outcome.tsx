import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Invited, MeetingOccurrence } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Ground } from '../../ui/page.tsx';
import { type MeetingPlace, sayAttendance, sayOutcome } from './api.ts';
import { partnerName, type Seen } from './perspective.ts';
import style from './meetings.module.css';

interface OutcomeProps {
  seen: Seen;
  place: MeetingPlace;
  time: MeetingOccurrence;
}

type Came = Record<string, boolean>;

/** People whose attendance the reader may state: their own side's, and a side's that has no account. */
function statable(seen: Seen): Invited[] {
  return seen.meeting.people.filter((each) => each.side === seen.mySide || each.recordable);
}

/** Who is taken to have come until somebody says otherwise: those who did not say that they cannot. */
function startOf(people: Invited[], time: MeetingOccurrence): Came {
  return Object.fromEntries(
    people.map((each) => {
      const said = time.attendance.find((one) => one.person === each.id);
      return [each.id, said?.attended ?? each.answer?.answer !== 'declined'];
    }),
  );
}

/** After the time has begun: whether it took place, and who of one's own people came. */
export function OutcomeForm({ seen, place, time }: OutcomeProps) {
  const { after: words } = useMessages().meetings;
  const queries = useQueryClient();
  const people = statable(seen);
  const [held, setHeld] = useState<'yes' | 'no'>('yes');
  const [text, setText] = useState('');
  const [came, setCame] = useState(() => startOf(people, time));
  const saving = useMutation({
    mutationFn: () =>
      sayOutcome(place, {
        occurrence: time.occurrence,
        held: held === 'yes',
        words: text.trim(),
        attendance: held === 'yes' ? said(people, came) : [],
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: seen.voice.key }),
  });
  return (
    <Ground>
      <h2>{words.title}</h2>
      <Form onSubmit={() => saving.mutate()}>
        <Choice
          legend={words.title}
          legendHidden
          options={[
            { key: 'yes', label: words.held },
            { key: 'no', label: words.notHeld },
          ]}
          value={held}
          onChange={setHeld}
        />
        {held === 'yes' ? (
          <CameFields seen={seen} people={people} value={came} onChange={setCame} />
        ) : (
          <Field
            optional
            label={words.why}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {saving.error && <ErrorNote error={saving.error} />}
        <div>
          <Button type="submit" kind="act" busy={saving.isPending}>
            {words.save}
          </Button>
        </div>
      </Form>
    </Ground>
  );
}

function said(people: Invited[], came: Came) {
  return people.map((each) => ({ person: each.id, attended: came[each.id] ?? false }));
}

interface CameFieldsProps {
  seen: Seen;
  people: Invited[];
  value: Came;
  onChange: (came: Came) => void;
}

function CameFields({ seen, people, value, onChange }: CameFieldsProps) {
  const { after: words, people: named } = useMessages().meetings;
  const partner = partnerName(seen);
  const groups = [
    { legend: words.whoCame, list: people.filter((each) => each.side === seen.mySide) },
    { legend: words.whoCameTheirs({ partner }), list: people.filter((each) => each.side !== seen.mySide) },
  ];
  const theirsSpeak = seen.meeting.people.some((each) => each.side !== seen.mySide && !each.recordable);
  return (
    <>
      {groups.map(
        ({ legend, list }) =>
          list.length > 0 && (
            <fieldset key={legend} className={style.group}>
              <legend>{legend}</legend>
              {list.map((each) => (
                <label key={each.id} className={style.check}>
                  <input
                    type="checkbox"
                    checked={value[each.id] ?? false}
                    onChange={(event) => onChange({ ...value, [each.id]: event.currentTarget.checked })}
                  />
                  {each.name ?? named.someone}
                </label>
              ))}
            </fieldset>
          ),
      )}
      {theirsSpeak && <p className={style.soft}>{words.whoCameOwn({ partner })}</p>}
    </>
  );
}

/** Who came, as each side said of its own people; a side that has not said yet can still. */
export function Attendance({ seen, place, time }: OutcomeProps) {
  const { after: words, people: named } = useMessages().meetings;
  const queries = useQueryClient();
  const mine = statable(seen);
  const open = mine.filter((each) => !time.attendance.some((one) => one.person === each.id));
  const [came, setCame] = useState(() => startOf(mine, time));
  const saving = useMutation({
    mutationFn: () => sayAttendance(place, { occurrence: time.occurrence, attendance: said(open, came) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: seen.voice.key }),
  });
  return (
    <Ground>
      <h2>{words.attendance}</h2>
      <ul className={style.people}>
        {seen.meeting.people.map((person) => {
          const one = time.attendance.find((each) => each.person === person.id);
          const how = one ? (one.attended ? words.came : words.missed) : words.unsaid;
          return (
            <li key={person.id}>
              <span>
                {person.name ?? named.someone} <span className={style.soft}>{how}</span>
              </span>
              {one && one.via !== 'session' && <span className={style.soft}>{named.via[one.via]}</span>}
            </li>
          );
        })}
      </ul>
      {open.length > 0 && (
        <Form onSubmit={() => saving.mutate()}>
          <CameFields seen={seen} people={open} value={came} onChange={setCame} />
          {saving.error && <ErrorNote error={saving.error} />}
          <div>
            <Button type="submit" busy={saving.isPending}>
              {words.sayAttendance}
            </Button>
          </div>
        </Form>
      )}
    </Ground>
  );
}
