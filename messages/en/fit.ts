import { plural } from '../format.ts';

/** Which offer serves which need. */
export const fit = {
  title: 'What fits',
  how: 'From what each of you wrote and chose to tell. It suggests; you decide.',
  nothing:
    'Nothing fits yet. Write down what you need and offer, listen for what they need, and tell each other a little more.',
  direct: 'You can help each other',
  oneSided: 'Helps one side, so far',
  unserved: (p: { n: number }) => `${p.n} ${plural(p.n, 'need', 'needs')} that nothing serves yet`,
  unservedOurs: 'Ours',
  unservedTheirs: (p: { partner: string }) => `Of ${p.partner}`,
  leftOut: (p: { n: number }) => `${p.n} more were not compared: there are too many at once.`,
  helpsUs: (p: { partner: string }) => `${p.partner} could help us`,
  helpsThem: (p: { partner: string }) => `We could help ${p.partner}`,
  need: 'Need',
  offer: 'Offer',
  strength: { strong: 'fits well', fair: 'fits in part', slight: 'fits a little' },
  known: {
    titled: 'only its title is known',
    confirmed: 'confirmed by them',
    heard: 'heard in a talk',
    assumed: 'assumed by us',
  },
  reasons: {
    skills: (p: { skills: string }) => `Both name ${p.skills}`,
    words: (p: { words: string }) => `Both say ${p.words}`,
    kind: (p: { kind: string }) => `Both are about: ${p.kind}`,
    related: (p: { need: string; offer: string }) => `${p.offer} often helps where ${p.need} is needed`,
    time: (p: { from: string | null; to: string | null }) =>
      p.from && p.to
        ? `The times meet: ${p.from} to ${p.to}`
        : p.from
          ? `The times meet, from ${p.from}`
          : p.to
            ? `The times meet, until ${p.to}`
            : 'The times meet',
    timeMissed: 'The times do not meet',
    titledOnly: 'Of one of them only the title is known',
  },
  across: {
    lead: {
      need: 'Which partners could help with this, from what they told you and what you understand of them.',
      offer: 'Which partners could use this, from what they told you and what you understand of them.',
    },
    none: {
      need: 'No partner has told you of anything that helps with this yet.',
      offer: 'No partner has told you of a need that this serves yet.',
    },
  },
};
