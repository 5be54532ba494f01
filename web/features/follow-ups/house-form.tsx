import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseSettings } from '../../../server/features/follow-ups/schema-settings.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { houseQuery, saveHouse } from './api.ts';
import style from './follow-ups.module.css';
import { HolidayFields } from './holiday-fields.tsx';

const STAGES = ['early', 'middle', 'late'] as const;

/** The rhythm and the holidays of an organization: seen by administrators, who change them for all. */
export function HouseForm({ organization }: { organization: OurOrganization }) {
  const { house: words } = useMessages().followUps;
  const mayChange = organization.role === 'administrator';
  const found = useQuery({ ...houseQuery(organization.id), enabled: mayChange });
  if (!mayChange) return null;
  return (
    <Section title={words.title} note={words.lead}>
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <div className={style.house}>
          <Fields organization={organization} saved={found.data} />
        </div>
      )}
    </Section>
  );
}

function Fields({ organization, saved }: { organization: OurOrganization; saved: HouseSettings }) {
  const { house: words, reminders } = useMessages().followUps;
  const queries = useQueryClient();
  const [wish, setWish] = useState(saved);
  const saving = useMutation({
    mutationFn: () => saveHouse(organization.id, wish),
    onSuccess: (kept) => {
      queries.setQueryData(houseQuery(organization.id).queryKey, kept);
      toast(reminders.saved);
    },
  });
  const wrong = STAGES.some(
    (stage) => !(wish.cadence[stage][0] >= 1 && wish.cadence[stage][0] < wish.cadence[stage][1]),
  );
  const setDays = (stage: (typeof STAGES)[number], at: 0 | 1, text: string) => {
    const days = Number.parseInt(text, 10) || 0;
    const [amber, red] = wish.cadence[stage];
    setWish({ ...wish, cadence: { ...wish.cadence, [stage]: at === 0 ? [days, red] : [amber, days] } });
  };
  return (
    <Form onSubmit={() => !wrong && saving.mutate()} label={words.title}>
      <p>{words.cadence}</p>
      {STAGES.map((stage) => (
        <fieldset key={stage} className={style.days}>
          <legend>{words[stage]}</legend>
          <div className={style.row}>
            {([0, 1] as const).map((at) => (
              <Field
                key={at}
                label={at === 0 ? words.amber : words.red}
                inputMode="numeric"
                maxLength={4}
                value={wish.cadence[stage][at] === 0 ? '' : String(wish.cadence[stage][at])}
                onChange={(event) => setDays(stage, at, event.currentTarget.value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {wrong && <p role="alert">{words.order}</p>}
      <HolidayFields
        organization={organization.id}
        none={reminders.noHolidays}
        country={wish.country}
        region={wish.region}
        onChange={(place) => setWish({ ...wish, ...place })}
      />
      {saving.error && <ErrorNote error={saving.error} />}
      <div>
        <Button kind="act" type="submit" disabled={wrong} busy={saving.isPending}>
          {reminders.save}
        </Button>
      </div>
    </Form>
  );
}
