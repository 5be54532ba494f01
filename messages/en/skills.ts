import { plural } from '../format.ts';

/** The field in which skills are chosen. */
export const skills = {
  label: 'Skills',
  placeholder: 'Type a skill…',
  chosen: (p: { label: string }) => `${p.label}: chosen`,
  remove: (p: { skill: string }) => `Remove ${p.skill}`,
  added: (p: { skill: string }) => `${p.skill} added.`,
  removed: (p: { skill: string }) => `${p.skill} removed.`,
  already: (p: { skill: string }) => `${p.skill} is there already.`,
  full: (p: { most: number }) => `That is all: at most ${p.most}.`,
  own: (p: { text: string }) => `Add “${p.text}”`,
  offered: (p: { count: number }) =>
    p.count === 0
      ? 'No skill of that name. Enter adds it in your own words.'
      : `${p.count} ${plural(p.count, 'skill', 'skills')} to choose from: arrow keys, then Enter.`,
  also: (p: { name: string }) => `also called ${p.name}`,
};
