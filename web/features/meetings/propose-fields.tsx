import type { Way } from '../../../server/features/meetings/schema-requests.ts';
import { useMessages } from '../../locale.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { type ProposeDraft, type ProposeProblem, type RepeatKey, REPEATS, type Site } from './propose-value.ts';
import { LastsField, LocalField, MeetingZone, OptionsField } from './time-fields.tsx';
import style from './meetings.module.css';

const WAYS: Way[] = ['in-person', 'video', 'phone'];
const SITES: Site[] = ['theirs', 'ours', 'elsewhere'];
const ASKS: ProposeDraft['ask'][] = ['poll', 'slots', 'fixed'];

interface WaysFieldsProps {
  draft: { way: Way; site: Site; place: string };
  put: (part: Partial<{ way: Way; site: Site; place: string }>) => void;
  partner: string;
  /** It would be the first meeting: their site comes first, and why. */
  first: boolean;
}

/** How they meet, and where. */
export function WaysFields({ draft, put, partner, first }: WaysFieldsProps) {
  const { meetings } = useMessages();
  const { form: words } = meetings;
  const sites: Record<Site, string> = {
    theirs: words.theirSite({ partner }),
    ours: words.ourSite,
    elsewhere: words.elsewhere,
  };
  return (
    <>
      <Choice
        legend={words.way}
        options={WAYS.map((key) => ({ key, label: meetings.ways[key] }))}
        value={draft.way}
        onChange={(way) => put({ way })}
      />
      {draft.way === 'in-person' && (
        <div className={style.stack}>
          <Choice
            legend={words.site}
            options={SITES.map((key) => ({ key, label: sites[key] }))}
            value={draft.site}
            onChange={(site) => put({ site })}
          />
          {first && <p className={style.soft}>{words.siteWhy({ partner })}</p>}
        </div>
      )}
      <Field
        optional
        label={words.place[draft.way]}
        hint={words.placeLater}
        maxLength={300}
        value={draft.place}
        onChange={(event) => put({ place: event.currentTarget.value })}
      />
    </>
  );
}

interface WhenFieldsProps {
  draft: ProposeDraft;
  put: (part: Partial<ProposeDraft>) => void;
  problem: ProposeProblem | undefined;
}

/** When: several times to choose from, or one, which may repeat. */
export function WhenFields({ draft, put, problem }: WhenFieldsProps) {
  const { form: words } = useMessages().meetings;
  return (
    <>
      <div>
        <Choice
          legend={words.ask}
          options={ASKS.map((key) => ({ key, label: words.asks[key] }))}
          value={draft.ask}
          onChange={(ask) => put({ ask })}
        />
        <p className={style.soft}>{words.askWhy[draft.ask]}</p>
      </div>
      {draft.ask === 'fixed' ? (
        <LocalField
          label={words.start}
          value={draft.start}
          invalid={problem === 'time'}
          onChange={(start) => put({ start })}
        />
      ) : (
        <OptionsField
          options={draft.options}
          invalid={problem === 'options' || problem === 'same'}
          onChange={(options) => put({ options })}
        />
      )}
      <MeetingZone zone={draft.zone} onChange={(zone) => put({ zone })} />
      <LastsField value={draft.lasts} onChange={(lasts) => put({ lasts })} />
      {draft.ask === 'fixed' && (
        <SelectField
          label={words.repeats}
          data={(Object.keys(REPEATS) as RepeatKey[]).map((key) => ({ value: key, label: words.repeatUnits[key] }))}
          value={draft.repeat}
          onChange={(event) => put({ repeat: event.currentTarget.value as RepeatKey })}
        />
      )}
      {draft.ask === 'fixed' && draft.repeat !== 'none' && (
        <Field
          label={words.times}
          type="number"
          inputMode="numeric"
          min={2}
          max={60}
          error={problem === 'times' && words.problems.times}
          value={draft.times}
          onChange={(event) => put({ times: event.currentTarget.value })}
        />
      )}
    </>
  );
}
