import { plural } from '../format.ts';
import type { skills as english } from '../en/skills.ts';

export const skills: typeof english = {
  label: 'Competencias',
  placeholder: 'Escribe una competencia…',
  chosen: (p) => `${p.label}: elegidas`,
  remove: (p) => `Quitar ${p.skill}`,
  added: (p) => `Añadido: ${p.skill}.`,
  removed: (p) => `Quitado: ${p.skill}.`,
  already: (p) => `${p.skill} ya está.`,
  full: (p) => `Ya no caben más: como mucho ${p.most}.`,
  own: (p) => `Añadir «${p.text}»`,
  offered: (p) =>
    p.count === 0
      ? 'No hay ninguna competencia con ese nombre. Con Intro se añade con vuestras palabras.'
      : `${p.count} ${plural(p.count, 'competencia', 'competencias')} para elegir: flechas y después Intro.`,
  also: (p) => `también llamado ${p.name}`,
};
