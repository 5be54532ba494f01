import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReminderSettings } from '../../../server/features/follow-ups/schema-settings.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { toast } from '../../ui/toast.tsx';
import { remindersQuery, saveReminders } from './api.ts';
import style from './follow-ups.module.css';
import { HolidayFields } from './holiday-fields.tsx';

const HOWS = ['at-once', 'daily', 'weekly', 'off'] as const;
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const NIGHT = { from: 20, to: 7 };
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** How somebody is told by mail, at which hours and on which days. */
export function RemindersForm({ organization }: { organization: OurOrganization }) {
  const found = useQuery(remindersQuery(organization.id));
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  return <Fields organization={organization} saved={found.data} />;
}

function Fields({ organization, saved }: { organization: OurOrganization; saved: ReminderSettings }) {
  const { reminders: words } = useMessages().followUps;
  const queries = useQueryClient();
  const [wish, setWish] = useState(saved);
  const set = (change: Partial<ReminderSettings>) => setWish({ ...wish, ...change });
  const saving = useMutation({
    mutationFn: () => saveReminders(organization.id, wish),
    onSuccess: (kept) => {
      queries.setQueryData(remindersQuery(organization.id).queryKey, kept);
      toast(words.saved);
    },
  });
  return (
    <Form onSubmit={() => saving.mutate()} label={words.title}>
      <Choice
        legend={words.how.label}
        options={HOWS.map((key) => ({
          key,
          label: (
            <span className={style.how}>
              <strong>{words.how[key].label}</strong>
              <span className={style.why}>{words.how[key].text}</span>
            </span>
          ),
        }))}
        value={wish.how}
        onChange={(how) => set({ how })}
      />
      <p className={style.why}>{words.calendarNote}</p>
      {wish.how !== 'off' && <Times wish={wish} set={set} />}
      <Days wish={wish} set={set} />
      <HolidayFields
        organization={organization.id}
        none={words.noCountry}
        country={wish.country}
        region={wish.region}
        onChange={set}
      />
      {organization.role !== 'member' && (
        <label className={style.tick}>
          <input
            type="checkbox"
            checked={wish.reviewMail}
            onChange={(event) => set({ reviewMail: event.currentTarget.checked })}
          />
          {words.reviewMail}
        </label>
      )}
      {saving.error && <ErrorNote error={saving.error} />}
      <div>
        <Button kind="act" type="submit" busy={saving.isPending}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}

interface PartProps {
  wish: ReminderSettings;
  set: (change: Partial<ReminderSettings>) => void;
}

/** Monday is 1: the 5th of January 2026 was one. */
function useWeekdays(): { day: number; name: string }[] {
  const { locale } = useLocale();
  const said = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return WEEK.map((day) => ({ day, name: said.format(Date.UTC(2026, 0, 4 + day)) }));
}

function Times({ wish, set }: PartProps) {
  const { reminders: words } = useMessages().followUps;
  const weekdays = useWeekdays();
  const quiet = wish.quiet;
  return (
    <>
      <div className={style.row}>
        {wish.how === 'weekly' && (
          <SelectField
            label={words.weekday}
            value={String(wish.weekday)}
            data={weekdays.map(({ day, name }) => ({ value: String(day), label: name }))}
            onChange={(event) => set({ weekday: Number(event.currentTarget.value) })}
          />
        )}
        <SelectField
          label={words.hour}
          value={String(wish.hour)}
          data={HOURS}
          onChange={(event) => set({ hour: Number(event.currentTarget.value) })}
        />
      </div>
      <label className={style.tick}>
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => set({ quiet: event.currentTarget.checked ? NIGHT : null })}
        />
        {words.quiet.label}
      </label>
      {quiet && (
        <div className={style.row}>
          {(['from', 'to'] as const).map((end) => (
            <SelectField
              key={end}
              label={words.quiet[end]}
              value={String(quiet[end])}
              data={HOURS}
              onChange={(event) => set({ quiet: { ...quiet, [end]: Number(event.currentTarget.value) } })}
            />
          ))}
        </div>
      )}
    </>
  );
}

function Days({ wish, set }: PartProps) {
  const { reminders: words } = useMessages().followUps;
  const toggle = (day: number) => {
    const days = wish.workingDays.includes(day)
      ? wish.workingDays.filter((one) => one !== day)
      : [...wish.workingDays, day].toSorted((one, other) => one - other);
    if (days.length > 0) set({ workingDays: days });
  };
  return (
    <fieldset className={style.days}>
      <legend>{words.workingDays}</legend>
      {useWeekdays().map(({ day, name }) => (
        <label key={day} className={style.tick}>
          <input type="checkbox" checked={wish.workingDays.includes(day)} onChange={() => toggle(day)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
