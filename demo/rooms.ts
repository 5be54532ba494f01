/** Somebody of a partner without an account, or of one that had none when it was written down. */
export interface CastContact {
  name: string;
  email?: string;
  title?: string;
}

export interface CastRoom {
  /** Who wrote the partner down, when, and as what. */
  by: string;
  at: string;
  organization: string;
  partner: { name: string; domain?: string; contacts: Record<string, CastContact> };
  /** The partner took its side over. `becomes`: it came into being here by that; else it was here already. */
  claim?: { offered: string; accepted: string; by: string; organization: string; becomes?: true };
}

/** An organization asked to take a side over, with the person who speaks for it. */
export interface CastNewcomer extends CastContact {
  organization: string;
}

export const rooms: Record<string, CastRoom> = {
  'calusa-corriente': {
    by: 'gerald',
    at: '2025-09-08 10:05',
    organization: 'calusa',
    partner: {
      name: 'Corriente Marine Systems',
      domain: 'corriente.example',
      contacts: {
        iker: {
          name: 'Iker Etxeberria',
          email: 'iker.etxeberria@corriente.example',
          title: 'Chief technology officer',
        },
        grant: { name: 'Grant Whitaker', email: 'grant.whitaker@corriente.example', title: 'Yard manager' },
      },
    },
    claim: { offered: '2025-10-17 15:30', accepted: '2025-10-20 05:10', by: 'iker', organization: 'corriente' },
  },
  'calusa-brightwater': {
    by: 'renata',
    at: '2025-10-06 14:20',
    organization: 'calusa',
    partner: {
      name: 'Brightwater Mutual',
      domain: 'brightwater.example',
      contacts: {
        monique: { name: 'Monique Tran', email: 'monique.tran@brightwater.example', title: 'Chief people officer' },
      },
    },
    claim: {
      offered: '2025-11-14 16:00',
      accepted: '2025-11-17 11:20',
      by: 'monique',
      organization: 'brightwater',
      becomes: true,
    },
  },
  'telmo-calusa': {
    by: 'ruth',
    at: '2025-11-04 14:00',
    organization: 'telmo',
    partner: {
      name: 'Calusa State University',
      domain: 'calusa.example',
      contacts: {
        renata: { name: 'Renata Solís', email: 'renata.solis@calusa.example', title: 'Corporate Engagement' },
      },
    },
    claim: { offered: '2025-11-05 09:00', accepted: '2025-11-06 10:40', by: 'renata', organization: 'calusa' },
  },
  'brightwater-telmo': {
    by: 'samir',
    at: '2026-02-10 11:30',
    organization: 'brightwater',
    partner: {
      name: 'San Telmo Regional Hospital',
      domain: 'santelmo.example',
      contacts: {
        ruth: { name: 'Ruth Abernathy', email: 'ruth.abernathy@santelmo.example', title: 'Chief nursing officer' },
      },
    },
    claim: { offered: '2026-02-10 11:40', accepted: '2026-02-12 08:15', by: 'ruth', organization: 'telmo' },
  },
  'calusa-puertoclaro': {
    by: 'daniel',
    at: '2026-01-20 09:30',
    organization: 'calusa',
    partner: {
      name: 'Fundación Puerto Claro',
      domain: 'puertoclaro.example',
      contacts: {
        jimena: {
          name: 'Jimena Castellanos',
          email: 'jimena@puertoclaro.example',
          title: 'Directora de programas',
        },
        mateo: { name: 'Mateo Rincón', email: 'mateo@puertoclaro.example', title: 'Administración' },
      },
    },
  },
  'calusa-kestrel': {
    by: 'renata',
    at: '2026-02-03 13:15',
    organization: 'calusa',
    partner: {
      name: 'Kestrel Fabrication',
      contacts: { walt: { name: 'Walt Jernigan', title: 'Owner; best on the phone before eight' } },
    },
  },
  'corriente-ria': {
    by: 'lucia',
    at: '2026-03-16 06:20',
    organization: 'corriente',
    partner: {
      name: 'Ría Composites',
      domain: 'riacomposites.example',
      contacts: { sabela: { name: 'Sabela Outón', email: 'sabela@riacomposites.example', title: 'Administración' } },
    },
  },
  'telmo-tidewater': {
    by: 'joaquin',
    at: '2026-04-13 10:10',
    organization: 'telmo',
    partner: {
      name: 'Tidewater Simulation Supply',
      domain: 'tidewater.example',
      contacts: { minji: { name: 'Min-ji Sung', email: 'minji@tidewater.example', title: 'Orders' } },
    },
  },
};

export const newcomers: Record<string, CastNewcomer> = {
  robotics: {
    organization: 'Gulf Robotics Institute',
    name: 'Anselm Weir',
    email: 'anselm.weir@gulfrobotics.example',
    title: 'Director of training',
  },
  marinas: {
    organization: 'Calusa Bay Marina Association',
    name: 'Dolores Pike',
    email: 'dolores@baymarinas.example',
    title: 'Secretary',
  },
};
