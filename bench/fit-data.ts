import { kinds, starterConcepts, termsOf } from '@entente/matching';
import type { Kind } from '@entente/matching';

/** A need or an offer as somebody could have written it, in English or Spanish. */
export interface Written {
  kind: Kind;
  title: string;
  detail: string;
  skills: string[];
  terms: string[];
}

const concepts = starterConcepts();

/** The same numbers every time: https://en.wikipedia.org/wiki/Linear_congruential_generator, constants of Numerical Recipes. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const TITLES = {
  en: [
    'Three people for ',
    'A course on ',
    'Help with ',
    'A team for ',
    'Equipment for ',
    'Advice on ',
    'A project about ',
    'Internships in ',
  ],
  es: [
    'Tres personas para ',
    'Un curso de ',
    'Ayuda con ',
    'Un equipo para ',
    'Equipos para ',
    'Consejo sobre ',
    'Un proyecto de ',
    'Prácticas en ',
  ],
};
const DETAILS = {
  en: [
    'for our plant in the north',
    'starting after the summer',
    'two days a week',
    'with somebody who guides them',
    'open to both campuses',
    'paid by the department',
    'for beginners',
    'in the evening',
    'with a report at the end',
    'together with the city',
  ],
  es: [
    'para nuestra planta del norte',
    'a partir del otoño',
    'dos días por semana',
    'con alguien que los guíe',
    'abierto a los dos campus',
    'pagado por el departamento',
    'para principiantes',
    'por la tarde',
    'con un informe al final',
    'junto con el ayuntamiento',
  ],
};

/** One of them: two to four concepts, the first ones oftener than the last ones, as skills are in life. */
export function written(pick: (below: number) => number): Written {
  const language = pick(10) < 7 ? 'en' : 'es';
  const chosen = Array.from({ length: 2 + pick(3) }, () => {
    const common = pick(2) === 0 ? 60 : concepts.length;
    return concepts[pick(common)]!;
  });
  const [first, ...others] = chosen.map((concept) => concept[language]);
  const title = `${TITLES[language][pick(8)]}${first}`;
  const detail = `${others.join(', ')}, ${DETAILS[language][pick(10)]}, ${DETAILS[language][pick(10)]}. Ref. ${pick(5_000).toString(36)}x.`;
  const skills = pick(2) === 0 ? [chosen.at(-1)![language]] : [];
  return { kind: kinds[pick(kinds.length)]!, title, detail, skills, terms: termsOf([title, detail], skills) };
}
