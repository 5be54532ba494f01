import {
  accept,
  agree,
  amend,
  because,
  cancel,
  consent,
  counter,
  offer,
  progress,
  release,
  renege,
  report,
  stop,
} from '../sayings.ts';
import { promised, type Scenario } from '../scenario.ts';
import { customer, performer, until } from '../story.ts';

/** What people choose from a list: the kind of work, and why a promise slips or is missed. */
export const choices: Scenario[] = [
  {
    title: 'terms that name the kind of work keep it to the end',
    lines: [
      ...promised({ work: 'talent' }),
      performer(10, report(), 'reported', ['reported-on-time performer']),
      customer(12, accept(), 'closed satisfied', ['kept performer', 'prompt-review customer']),
    ],
  },
  {
    title: 'another kind of work is another offer, the same again is none',
    lines: [
      performer(0, offer({ work: 'advice' }), 'negotiating'),
      customer(1, counter({ work: 'advice' }), 'void nothing-changed'),
      customer(1, counter({ work: 'teaching' }), 'negotiating', ['sense-making customer']),
      performer(2, counter(), 'negotiating', ['sense-making performer']),
      customer(3, agree, 'performing'),
    ],
  },
  {
    title: 'an amendment that only names the kind of work is one',
    lines: [
      ...promised(),
      customer(5, amend(), 'void nothing-changed'),
      customer(5, amend({ work: 'paperwork' }), 'performing', ['sense-making customer']),
      performer(6, consent, 'performing'),
    ],
  },
  {
    title: 'a warning and the late report say why',
    lines: [
      ...promised({ work: 'goods' }),
      performer(10, because('approval', progress({ atRisk: true, expected: until(24) })), 'performing', [
        'early-warning performer',
      ]),
      performer(22, because('waiting-on-other', report()), 'reported', ['reported-late performer']),
      customer(23, accept(), 'closed satisfied', ['kept performer', 'prompt-review customer']),
    ],
  },
  {
    title: 'an amendment says why, before the date and after it',
    lines: [
      ...promised(),
      performer(10, because('capacity', amend({ due: until(30) })), 'performing', ['sense-making performer']),
      customer(11, consent, 'performing'),
      performer(31, because('external', amend({ due: until(40) })), 'performing', ['late-notice performer']),
    ],
  },
  {
    title: 'a performer who cannot keep the promise says why',
    lines: [...promised(), performer(10, because('priority', renege), 'closed reneged', ['broken performer'])],
  },
  {
    title: 'a customer who no longer needs it says why',
    lines: [...promised(), customer(10, because('priority', cancel), 'closed cancelled', ['cancelled customer'])],
  },
  {
    title: 'a customer who stops says why they think it failed',
    lines: [...promised(), customer(21, because('unclear-ask', stop), 'closed failed', ['broken performer'])],
  },
  {
    title: 'a wish to be let off says why',
    lines: [
      ...promised(),
      performer(10, because('capacity', release), 'performing'),
      customer(11, consent, 'closed released', ['flexible-customer customer']),
    ],
  },
];
