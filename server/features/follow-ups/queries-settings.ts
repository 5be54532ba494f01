import type { Tx } from '../../platform/database.ts';
import { AppError } from '../../platform/problem.ts';
import { type Cadence, type Settings, usualCadence } from './model-facts.ts';
import { type Calendar, daysFrom, holidaysOf } from './model-time.ts';
import type { FreeDays } from './schema-free-days.ts';
import type { HouseSettings, ReminderSettings } from './schema-settings.ts';

interface OrganizationRow {
  time_zone: string;
  cadence: Cadence | null;
  country: string | null;
  region: string | null;
}

interface PersonRow {
  person_id: string;
  working_days: number[] | null;
  country: string | null;
  region: string | null;
}

const usualDays = [1, 2, 3, 4, 5];

/** Where the clocks of people stand who sign in here: only the gate may read it. */
export async function zonesOf(tx: Tx, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; time_zone: string }>(
    'select id, time_zone from auth.persons where id = any($1)',
    [people],
  );
  return new Map(rows.map((row) => [row.id, row.time_zone]));
}

export interface House {
  organization: OrganizationRow;
  people: PersonRow[];
  /** Stretches of days on which the organization is closed. */
  closed: { from: string; to: string }[];
}

/** What an organization decided for all, and what each of its people said of their days. */
export async function readHouse(tx: Tx, organization: string): Promise<House> {
  const [own, people, closed] = await Promise.all([
    tx.query<OrganizationRow>(
      `select o.time_zone, s.cadence, s.country, s.region from organizations o
       left join follow_up_settings s on s.organization_id = o.id where o.id = $1`,
      [organization],
    ),
    tx.query<PersonRow>(
      `select m.person_id, r.working_days, r.country, r.region from memberships m
       left join reminder_settings r on r.organization_id = m.organization_id and r.person_id = m.person_id
       where m.organization_id = $1 and m.ended_at is null`,
      [organization],
    ),
    tx.query<House['closed'][number]>(
      'select starts_on as "from", ends_on as "to" from free_days where organization_id = $1',
      [organization],
    ),
  ]);
  if (!own.rows[0]) throw new AppError('not_found', 'There is no such organization.');
  return { organization: own.rows[0], people: people.rows, closed: closed.rows };
}

/** The calendars of an organization and of each of its people. */
export async function settingsOf(house: House, zones: ReadonlyMap<string, string>, now: Date): Promise<Settings> {
  const { organization, people, closed } = house;
  const years = [now.getUTCFullYear() - 1, now.getUTCFullYear() + 2] as const;
  const own = closed.flatMap(({ from, to }) => daysFrom(from, to));
  const free = async (country: string | null, region: string | null): Promise<Set<string>> =>
    new Set([...own, ...(country ? await holidaysOf(country, region, ...years) : [])]);
  const common: Calendar = {
    zone: organization.time_zone,
    workingDays: usualDays,
    holidays: await free(organization.country, organization.region),
  };
  const calendars = new Map<string, Calendar>();
  for (const { person_id, working_days, country, region } of people) {
    calendars.set(person_id, {
      zone: zones.get(person_id) ?? common.zone,
      workingDays: working_days ?? usualDays,
      holidays: country ? await free(country, region) : common.holidays,
    });
  }
  return {
    cadence: organization.cadence ?? usualCadence,
    calendar: (person) => (person && calendars.get(person)) || common,
  };
}

interface ReminderRow {
  how: ReminderSettings['how'];
  hour: number;
  weekday: number;
  working_days: number[];
  quiet_from: number | null;
  quiet_to: number | null;
  country: string | null;
  region: string | null;
  review_mail: boolean;
}

/** How somebody is told who said nothing about it. */
const usualReminders: ReminderSettings = {
  how: 'at-once',
  hour: 8,
  weekday: 1,
  workingDays: usualDays,
  quiet: null,
  country: null,
  region: null,
  reviewMail: true,
};

export async function readReminders(tx: Tx, organization: string, person: string): Promise<ReminderSettings> {
  const { rows } = await tx.query<ReminderRow>(
    `select how, hour, weekday, working_days, quiet_from, quiet_to, country, region, review_mail from reminder_settings
     where organization_id = $1 and person_id = $2`,
    [organization, person],
  );
  const row = rows[0];
  if (!row) return usualReminders;
  const { how, hour, weekday, working_days: workingDays, country, region, review_mail: reviewMail } = row;
  const quiet = row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to };
  return { how, hour, weekday, workingDays, quiet, country, region, reviewMail };
}

interface HouseRow {
  cadence: HouseSettings['cadence'];
  country: string | null;
  region: string | null;
}

export async function readHouseSettings(tx: Tx, organization: string): Promise<HouseSettings> {
  const { rows } = await tx.query<HouseRow>(
    'select cadence, country, region from follow_up_settings where organization_id = $1',
    [organization],
  );
  const { early, middle, late } = usualCadence;
  const usual = { early: [...early], middle: [...middle], late: [...late] } as HouseSettings['cadence'];
  return rows[0] ?? { cadence: usual, country: null, region: null };
}

/** The stretches of free days that touch a year, the first first. */
export async function listFreeDays(tx: Tx, organization: string, year: number): Promise<FreeDays[]> {
  const { rows } = await tx.query<FreeDays>(
    `select f.id, f.starts_on as "from", f.ends_on as "to", f.name, f.added_at as "addedAt", m.name as "addedBy"
     from free_days f left join memberships m on m.organization_id = f.organization_id and m.person_id = f.added_by
     where f.organization_id = $1 and f.ends_on >= make_date($2, 1, 1) and f.starts_on <= make_date($2, 12, 31)
     order by f.starts_on, f.ends_on, f.id limit 200`,
    [organization, year],
  );
  return rows;
}
