import { plural } from '../format.ts';
import type { fit as english } from '../en/fit.ts';

export const fit: typeof english = {
  title: 'Qué encaja',
  how: 'Según lo que cada parte escribió y eligió decir. Esto sugiere; decidís vosotros.',
  nothing: 'Aún no encaja nada. Escribid qué necesitáis y ofrecéis, escuchad qué necesitan y deciros un poco más.',
  direct: 'Podéis ayudaros',
  oneSided: 'Por ahora ayuda a una parte',
  unserved: (p) => `${p.n} ${plural(p.n, 'necesidad', 'necesidades')} que aún nada cubre`,
  unservedOurs: 'Nuestras',
  unservedTheirs: (p) => `De ${p.partner}`,
  leftOut: (p) => `${p.n} más no se han comparado: son demasiadas a la vez.`,
  helpsUs: (p) => `${p.partner} podría ayudarnos`,
  helpsThem: (p) => `Podríamos ayudar a ${p.partner}`,
  need: 'Necesidad',
  offer: 'Oferta',
  strength: { strong: 'encaja bien', fair: 'encaja en parte', slight: 'encaja un poco' },
  known: {
    titled: 'solo se sabe el título',
    confirmed: 'confirmada por ellos',
    heard: 'oída en una conversación',
    assumed: 'supuesta por nosotros',
  },
  reasons: {
    skills: (p) => `Ambas nombran ${p.skills}`,
    words: (p) => `Ambas dicen ${p.words}`,
    kind: (p) => `Ambas van de: ${p.kind}`,
    related: (p) => `${p.offer} suele ayudar donde hace falta ${p.need}`,
    time: (p) =>
      p.from && p.to
        ? `Los plazos coinciden: ${p.from} a ${p.to}`
        : p.from
          ? `Los plazos coinciden, desde ${p.from}`
          : p.to
            ? `Los plazos coinciden, hasta ${p.to}`
            : 'Los plazos coinciden',
    timeMissed: 'Los plazos no coinciden',
    titledOnly: 'De una de ellas solo se sabe el título',
  },
  across: {
    lead: {
      need: 'Qué socios podrían ayudar, según lo que os dijeron y lo que entendéis de ellos.',
      offer: 'A qué socios les serviría, según lo que os dijeron y lo que entendéis de ellos.',
    },
    none: {
      need: 'Ningún socio os ha dicho aún nada que ayude con esto.',
      offer: 'Ningún socio os ha dicho aún una necesidad que esto cubra.',
    },
  },
};
