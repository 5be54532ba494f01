import type { Messages } from './catalogue.ts';

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A small file of ours that imports as it is: two partners, one promise kept, one late, one open with two lines. */
export function exampleFile(own: string, words: Messages['imports']['example']): string {
  const [hospital = '', foundry = ''] = words.partners;
  const [places = '', lecture = '', mentors = ''] = words.whats;
  const [people = '', teaching = ''] = words.works;
  const rows = [
    [hospital, own, places, '2026-01-12', '2026-03-01', '2026-02-27', '12', 'P-1', people],
    [own, foundry, lecture, '2026-02-02', '2026-03-15', '2026-03-18', '1', 'P-2', teaching],
    [own, hospital, mentors, '2026-03-02', '2027-07-01', '', '2', 'P-3', people],
    [own, hospital, lecture, '2026-03-02', '2027-07-01', '', '1', 'P-3', ''],
  ];
  return `${[words.headers, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
