import type { Locale, Role } from '../server/features/identity/schema.ts';

/** Everybody's password in the demo world; nothing in it is worth a better one. */
export const PASSWORD = 'entente-demo';

export interface CastOrganization {
  name: string;
  domain: string;
  about: string;
  locale: Locale;
  timeZone: string;
  /** When the founder set it up here; absent where it came by taking over a side that a partner had recorded. */
  founded?: string;
  founder: string;
}

export interface Employment {
  role: Role;
  /** False: may talk and do everything but bind the organization. */
  mayPromise?: false;
  joined: string;
  left?: string;
  titles: { title: string; from: string; to?: string }[];
}

export interface CastPerson {
  name: string;
  email: string;
  locale: Locale;
  timeZone: string;
  at: Record<string, Employment>;
}

export const organizations: Record<string, CastOrganization> = {
  calusa: {
    name: 'Calusa State University',
    domain: 'calusa.example',
    about:
      'A public university of 31,000 students on Calusa Bay, half of them the first in their family to study. The Office of Corporate Engagement answers for our partnerships; deans and the Career Centre keep most of the promises.',
    locale: 'en',
    timeZone: 'America/New_York',
    founded: '2025-08-18 09:30',
    founder: 'nathan',
  },
  corriente: {
    name: 'Corriente Marine Systems',
    domain: 'corriente.example',
    about:
      'Navigation and power electronics for pilot boats and ferries. Designed in Vigo, assembled and fitted in our yard at Port Calusa: 420 people, 160 of them in Florida.',
    locale: 'es',
    timeZone: 'Europe/Madrid',
    founded: '2025-10-20 04:40',
    founder: 'iker',
  },
  brightwater: {
    name: 'Brightwater Mutual',
    domain: 'brightwater.example',
    about:
      'Insurance for coastal households and small boats, owned by the people it insures. Our own software, and a claims team that still drives out to look.',
    locale: 'en',
    timeZone: 'America/Chicago',
    founder: 'monique',
  },
  telmo: {
    name: 'San Telmo Regional Hospital',
    domain: 'santelmo.example',
    about: 'A 340-bed teaching hospital for Port Calusa and the three counties around it.',
    locale: 'en',
    timeZone: 'America/New_York',
    founded: '2025-11-03 11:00',
    founder: 'ruth',
  },
};

export const people: Record<string, CastPerson> = {
  renata: {
    name: 'Renata Solís',
    email: 'renata.solis@calusa.example',
    locale: 'en',
    timeZone: 'America/New_York',
    at: {
      calusa: {
        role: 'administrator',
        joined: '2025-08-18 10:00',
        titles: [
          { title: 'Partnership manager, Corporate Engagement', from: '2022-02-01', to: '2025-12-31' },
          { title: 'Director of Corporate Engagement', from: '2026-01-01' },
        ],
      },
    },
  },
  helen: {
    name: 'Helen Okafor',
    email: 'helen.okafor@calusa.example',
    locale: 'en',
    timeZone: 'America/New_York',
    at: {
      calusa: {
        role: 'manager',
        joined: '2025-08-19 08:50',
        titles: [{ title: 'Dean of Engineering', from: '2021-08-01' }],
      },
    },
  },
  daniel: {
    name: 'Daniel Ferrer',
    email: 'daniel.ferrer@calusa.example',
    locale: 'es',
    timeZone: 'America/New_York',
    at: {
      calusa: {
        role: 'manager',
        joined: '2025-08-19 10:15',
        titles: [{ title: 'Associate Director, Career Centre', from: '2023-05-15' }],
      },
    },
  },
  priya: {
    name: 'Priya Raman',
    email: 'priya.raman@calusa.example',
    locale: 'en',
    timeZone: 'America/New_York',
    at: {
      calusa: {
        role: 'member',
        mayPromise: false,
        joined: '2025-09-02 09:05',
        titles: [{ title: 'Capstone coordinator, Engineering', from: '2024-08-15' }],
      },
    },
  },
  amparo: {
    name: 'Amparo Ruiz',
    email: 'amparo.ruiz@calusa.example',
    locale: 'es',
    timeZone: 'America/New_York',
    at: {
      calusa: {
        role: 'member',
        joined: '2025-09-02 09:20',
        titles: [{ title: 'Clinical associate professor of Nursing', from: '2019-08-15' }],
      },
      telmo: {
        role: 'member',
        joined: '2025-11-10 13:00',
        titles: [{ title: 'Clinical educator, simulation unit (two days a week)', from: '2024-01-08' }],
      },
    },
  },
  nathan: {
    name: 'Nathan Brooks',
    email: 'nathan.brooks@calusa.example',
    locale: 'en',
    timeZone: 'America/New_York',
    at: {
      calusa: {
        role: 'administrator',
        joined: '2025-08-18 09:30',
        titles: [{ title: 'Systems administrator', from: '2017-03-01' }],
      },
    },
  },
  gerald: {
    name: 'Gerald Pym',
    email: 'gerald.pym@calusa.example',
    locale: 'en',
    timeZone: 'America/New_York',
    at: {
      calusa: {
        role: 'manager',
        joined: '2025-08-18 10:30',
        left: '2026-01-05 09:00',
        titles: [{ title: 'Director of Corporate Engagement', from: '2014-07-01', to: '2025-12-31' }],
      },
    },
  },
  iker: {
    name: 'Iker Etxeberria',
    email: 'iker.etxeberria@corriente.example',
    locale: 'es',
    timeZone: 'Europe/Madrid',
    at: {
      corriente: {
        role: 'administrator',
        joined: '2025-10-20 04:40',
        titles: [{ title: 'Director técnico', from: '2018-01-15' }],
      },
    },
  },
  lucia: {
    name: 'Lucía Baamonde',
    email: 'lucia.baamonde@corriente.example',
    locale: 'es',
    timeZone: 'Europe/Madrid',
    at: {
      corriente: {
        role: 'manager',
        joined: '2025-10-20 06:00',
        titles: [{ title: 'Directora de talento', from: '2023-09-01' }],
      },
    },
  },
  grant: {
    name: 'Grant Whitaker',
    email: 'grant.whitaker@corriente.example',
    locale: 'en',
    timeZone: 'America/New_York',
    at: {
      corriente: {
        role: 'member',
        joined: '2025-10-21 08:10',
        titles: [{ title: 'Yard manager, Port Calusa', from: '2020-06-01' }],
      },
    },
  },
  monique: {
    name: 'Monique Tran',
    email: 'monique.tran@brightwater.example',
    locale: 'en',
    timeZone: 'America/Chicago',
    at: {
      brightwater: {
        role: 'administrator',
        joined: '2025-11-17 11:20',
        titles: [{ title: 'Chief people officer', from: '2022-04-01' }],
      },
    },
  },
  samir: {
    name: 'Samir Haddad',
    email: 'samir.haddad@brightwater.example',
    locale: 'en',
    timeZone: 'America/Chicago',
    at: {
      brightwater: {
        role: 'manager',
        joined: '2025-11-17 15:00',
        titles: [{ title: 'Head of claims analytics', from: '2021-01-11' }],
      },
      calusa: {
        role: 'member',
        joined: '2026-01-12 10:00',
        titles: [{ title: 'Adjunct professor of Statistics', from: '2026-01-05' }],
      },
    },
  },
  elena: {
    name: 'Elena Pardo',
    email: 'elena.pardo@brightwater.example',
    locale: 'es',
    timeZone: 'America/Bogota',
    at: {
      brightwater: {
        role: 'member',
        joined: '2025-11-18 09:45',
        titles: [{ title: 'Early-careers recruiter', from: '2024-10-01' }],
      },
    },
  },
  ruth: {
    name: 'Ruth Abernathy',
    email: 'ruth.abernathy@santelmo.example',
    locale: 'en',
    timeZone: 'America/New_York',
    at: {
      telmo: {
        role: 'administrator',
        joined: '2025-11-03 11:00',
        titles: [{ title: 'Chief nursing officer', from: '2016-09-01' }],
      },
    },
  },
  joaquin: {
    name: 'Joaquín Beltrán',
    email: 'joaquin.beltran@santelmo.example',
    locale: 'es',
    timeZone: 'America/New_York',
    at: {
      telmo: {
        role: 'manager',
        joined: '2025-11-04 08:30',
        titles: [{ title: 'Clinical education coordinator', from: '2022-11-01' }],
      },
    },
  },
};

/** Invitations nobody has answered yet. */
export const invited: { at: string; by: string; organization: string; email: string; role: Role }[] = [
  {
    at: '2026-06-04 09:30',
    by: 'renata',
    organization: 'calusa',
    email: 'owen.castile@calusa.example',
    role: 'member',
  },
  {
    at: '2026-06-08 05:10',
    by: 'iker',
    organization: 'corriente',
    email: 'uxia.lema@corriente.example',
    role: 'member',
  },
];
