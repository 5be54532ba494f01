import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { daysBetween, fullDay } from '../../../messages/format.ts';
import type { FreeDays } from '../../../server/features/follow-ups/schema-free-days.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { Pick } from '../../ui/pick.tsx';
import { toast } from '../../ui/toast.tsx';
import { addFreeDays, freeDaysKey, freeDaysQuery, removeFreeDays } from './api.ts';
import style from './free-days.module.css';

/** Years shown before and after this one. */
const [BACK, AHEAD] = [1, 3];
const LONGEST = 366;

/** The days on which an organization is closed: read by everybody, changed by administrators. */
export function FreeDaysOfYear({ organization }: { organization: OurOrganization }) {
  const { freeDays: words } = useMessages().followUpHouse;
  const { now } = useReaderNow();
  const thisYear = Number(now.slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const found = useQuery(freeDaysQuery(organization.id, year));
  const mayChange = organization.role === 'administrator';
  const years = Array.from({ length: BACK + AHEAD + 1 }, (_, index) => thisYear - BACK + index);
  // Somebody may have added days further away than the years that are offered.
  const offered = years.includes(year) ? years : [...years, year].toSorted((one, other) => one - other);
  const items = found.data?.items ?? [];
  return (
    <Section
      title={words.title}
      note={words.note}
      id="free-days"
      actions={
        <Pick
          label={words.year}
          value={String(year)}
          options={offered.map((one) => [String(one), String(one)])}
          onPick={(picked) => setYear(Number(picked ?? thisYear))}
        />
      }
    >
      {found.isPending && <Loading />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && items.length === 0 && (
        <EmptyState title={words.none({ year: String(year) })} example={mayChange ? words.example : words.noneToSee} />
      )}
      {items.length > 0 && (
        <ul className={style.list}>
          {items.map((days) => (
            <Row key={days.id} organization={organization.id} days={days} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && <AddForm organization={organization.id} year={year} onAdded={setYear} />}
    </Section>
  );
}

function Row({ organization, days, mayChange }: { organization: string; days: FreeDays; mayChange: boolean }) {
  const { freeDays: words } = useMessages().followUpHouse;
  const { locale } = useReaderNow();
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeFreeDays(organization, days.id),
    onSuccess: () => toast(words.removed),
    onSettled: () => queries.invalidateQueries({ queryKey: freeDaysKey(organization) }),
  });
  const { from, to } = days;
  const name = days.name ?? words.unnamed;
  const said = [words.days({ n: daysBetween(from, to) + 1 }), days.addedBy && words.addedBy({ name: days.addedBy })];
  return (
    <li className={style.item}>
      <div>
        <p className={style.name}>{name}</p>
        <p>{from === to ? fullDay(from, locale) : `${fullDay(from, locale)} – ${fullDay(to, locale)}`}</p>
        <p className={style.soft}>{said.filter(Boolean).join(' · ')}</p>
        {removing.error && <ErrorNote error={removing.error} />}
      </div>
      {mayChange && (
        <Button
          kind="quiet"
          busy={removing.isPending}
          aria-label={words.removeNamed({ name })}
          onClick={() => removing.mutate()}
        >
          {words.remove}
        </Button>
      )}
    </li>
  );
}

interface AddFormProps {
  organization: string;
  year: number;
  onAdded: (year: number) => void;
}

const NOTHING = { name: '', from: '', to: '' };

/** What is wrong with the days, in words; undefined where nothing is. */
function wrongOf({ from, to }: { from: string; to: string }, words: { order: string; long: string }) {
  if (from === '' || to === '') return undefined;
  if (to < from) return words.order;
  return daysBetween(from, to) > LONGEST ? words.long : undefined;
}

function AddForm({ organization, year, onAdded }: AddFormProps) {
  const { freeDays: words } = useMessages().followUpHouse;
  const queries = useQueryClient();
  const [typed, setTyped] = useState(NOTHING);
  const set = (change: Partial<typeof NOTHING>) => setTyped((before) => ({ ...before, ...change }));
  const { name, from, to } = typed;
  const wrong = wrongOf(typed, words);
  const ready = name.trim() !== '' && from !== '' && !wrong;
  const adding = useMutation({
    mutationFn: () => addFreeDays(organization, { name: name.trim(), from, to: to || from }),
    onSuccess: async (added) => {
      toast(words.added);
      setTyped(NOTHING);
      await queries.invalidateQueries({ queryKey: freeDaysKey(organization) });
      // What was added is shown, also where another year was looked at.
      if (Number(added.to.slice(0, 4)) < year || Number(added.from.slice(0, 4)) > year)
        onAdded(Number(added.from.slice(0, 4)));
    },
  });
  return (
    <Form label={words.add} onSubmit={() => ready && !adding.isPending && adding.mutate()}>
      <div className={style.fields}>
        <Field
          label={words.name}
          placeholder={words.nameExample}
          value={name}
          maxLength={100}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <DateField
          label={words.from}
          value={from}
          min="2000-01-01"
          max="2100-12-31"
          onChange={(day) => set({ from: day })}
        />
        <DateField
          label={words.to}
          optional
          value={to}
          min={from || '2000-01-01'}
          max="2100-12-31"
          onChange={(day) => set({ to: day })}
          {...(wrong && { error: wrong })}
        />
      </div>
      <p className={style.soft}>{words.toHint}</p>
      {adding.error && <ErrorNote error={adding.error} />}
      <div>
        <Button kind="act" type="submit" disabled={!ready} busy={adding.isPending}>
          {words.add}
        </Button>
      </div>
    </Form>
  );
}
