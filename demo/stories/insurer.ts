import { answers, conversation, drafts, introduces, links, privately, says, terms } from '../script.ts';
import { remembers } from '../thread.ts';

/** The university and the insurer: data, code and people. */
export const insurer = [
  remembers(
    '2025-11-17 15:00',
    'renata',
    'calusa-brightwater',
    'Monique decides fast and delegates for good: after the first meeting everything goes through Samir (data) and Elena (people). They count in storms: nothing can be moved into September.',
  ),
  remembers(
    '2025-11-19 12:10',
    'monique',
    'calusa-brightwater',
    'Calusa’s deans keep their word to the day, their offices less so. Ask for a name, not for an office.',
  ),

  // A licence under negotiation: the move is the dean’s.
  ...conversation(
    'data-licence',
    { room: 'calusa-brightwater', to: 'samir' },
    {
      at: '2026-05-19 10:30',
      who: 'helen',
      saying: {
        kind: 'request',
        terms: terms(
          'A licence for the anonymised storm claims of 2015 to 2024\nFor research and teaching in the coastal engineering group.',
          [
            'Claims with place to the nearest kilometre, date, cause and amount',
            'Free to publish results without asking',
            'For five years',
          ],
          '2026-08-15',
          '2026-06-02',
          { work: 'research' },
        ),
      },
    },
    [
      says('2026-05-21 12:20', 'samir', {
        kind: 'say',
        text: 'Who would hold the key to the raw file? Our lawyers ask that first, before anything else.',
        question: true,
      }),
      says('2026-05-22 09:40', 'helen', {
        kind: 'say',
        text: 'One data steward by name, on a machine without a network. I am sending you the form we use for the harbor pilots.',
      }),
      says('2026-06-05 15:40', 'samir', {
        kind: 'counter',
        terms: terms(
          'A licence for the anonymised storm claims of 2015 to 2024\nFor research and teaching in the coastal engineering group.',
          [
            ['c1', 'Claims with place to the nearest five kilometres, date, cause and amount'],
            ['c2', 'Results are shown to us thirty days before they are published; we may correct, not forbid'],
            ['c3', 'For three years, and again for three if both are content'],
            'One data steward named, on a machine without a network',
          ],
          '2026-08-15',
          '2026-06-15',
          { work: 'research', price: { amount: '1', unit: 'USD a year' } },
        ),
        text: 'Five kilometres is where our lawyers stop worrying. Everything else is as near to your wish as I could bring it.',
      }),
      privately(
        '2026-06-05 15:50',
        'samir',
        'Legal would go to two kilometres if the steward signs personally. I keep that for the end.',
      ),
      drafts('2026-06-08 18:20', 'helen', {
        act: 'counter',
        text: 'Five kilometres puts three towns into one cell, and the question is which streets flood. Could the steward see one kilometre, and we publish five?',
        terms: terms(
          'A licence for the anonymised storm claims of 2015 to 2024\nFor research and teaching in the coastal engineering group.',
          [
            ['c1', 'Claims with place to the nearest kilometre for the steward, five kilometres in anything published'],
            ['c2', 'Results are shown to us thirty days before they are published; we may correct, not forbid'],
            ['c3', 'For three years, and again for three if both are content'],
            ['c4', 'One data steward named, on a machine without a network'],
          ],
          '2026-08-15',
          '2026-06-19',
          { work: 'research', price: { amount: '1', unit: 'USD a year' } },
        ),
      }),
    ],
  ),
  // Due on Friday.
  ...conversation(
    'incident-exercise',
    { room: 'calusa-brightwater', to: 'samir' },
    {
      at: '2026-04-30 10:20',
      who: 'priya',
      saying: {
        kind: 'request',
        terms: terms(
          'Four seats for students in your incident-response exercise',
          ['Four seats on 11 June, as players and not as audience', 'A page of remarks for each'],
          '2026-06-12',
          '2026-05-08',
          {
            work: 'teaching',
            antecedent: { text: 'Tell us the four names, for the badges', by: { date: '2026-06-10' } },
          },
        ),
      },
    },
    [
      says('2026-05-05 11:15', 'samir', {
        kind: 'agree',
        text: 'Two attackers, two defenders. They sign what everybody signs.',
      }),
      says('2026-06-01 17:30', 'samir', {
        kind: 'progress',
        text: 'The room is set. I still need the four names for the badges; and they should eat before, it runs from eight to four without a break.',
      }),
    ],
  ),
  // Asked of the one who never forgets, and of one who has just come back.
  ...conversation(
    'breakfast-talk',
    { room: 'calusa-brightwater', to: 'monique' },
    {
      at: '2026-06-04 11:30',
      who: 'renata',
      saying: {
        kind: 'request',
        terms: terms(
          'Ten minutes at our partners’ breakfast on 25 June: what you learned from the mentors\nAlso from what went wrong.',
          ['Ten minutes, without slides', 'The number of pairs that meet today'],
          '2026-06-25',
          '2026-06-11',
          { work: 'teaching' },
        ),
      },
    },
    [
      privately(
        '2026-06-04 11:40',
        'renata',
        'If she says yes to this one, the room will trust her with the next twenty mentors.',
      ),
    ],
  ),
  ...conversation(
    'resume-remarks',
    { room: 'calusa-brightwater', to: 'elena' },
    {
      at: '2026-05-19 09:40',
      who: 'daniel',
      saying: {
        kind: 'request',
        terms: terms(
          'A few lines on each of the thirty-one résumés of March',
          ['Two or three sentences for each student', 'One thing they all should change'],
          '2026-06-15',
          '2026-05-29',
          { work: 'advice' },
        ),
      },
    },
    [
      says('2026-05-21 10:10', 'elena', {
        kind: 'agree',
        text: 'I owe you that and more: I was ill in April and nobody opened my mail. All thirty-one.',
      }),
      says('2026-06-03 17:20', 'elena', {
        kind: 'progress',
        text: 'Nineteen done.',
        effort: { amount: '6', unit: 'hours' },
      }),
    ],
  ),
  // The customer passes its side on.
  ...conversation(
    'loss-dashboard',
    { room: 'calusa-brightwater', to: 'samir' },
    {
      at: '2026-03-10 14:00',
      who: 'renata',
      saying: {
        kind: 'request',
        terms: terms(
          'A yearly picture of losses at small marinas\nFor the breakfast of the harbor partners.',
          ['Losses by cause and month for the last five years', 'In a form that can be shown to anybody'],
          '2026-09-30',
          '2026-03-24',
          { work: 'research' },
        ),
      },
    },
    [
      says('2026-03-17 12:00', 'samir', { kind: 'agree' }),
      introduces('2026-05-06 10:00', 'renata', 'marinas'),
      says('2026-05-06 10:10', 'renata', ({ newcomer }) => ({
        kind: 'propose',
        proposal: {
          kind: 'assign',
          newcomer: newcomer('marinas'),
          text: 'The Marina Association wants this every year and should be the one who says whether it is good.',
        },
      })),
      links('2026-05-06 10:15', 'renata', 'marinas'),
      says('2026-05-07 11:30', 'samir', { kind: 'consent', text: 'They will ask harder questions than you. Fine.' }),
      answers('2026-05-08 15:20', 'marinas', {
        kind: 'consent',
        text: 'Happy to take it over. We are forty-four marinas and will read every number.',
      }),
    ],
  ),
  // Nobody has said a word for a month.
  ...conversation(
    'alumni-survey',
    { room: 'calusa-brightwater', to: 'renata' },
    {
      at: '2026-04-06 10:30',
      who: 'elena',
      saying: {
        kind: 'request',
        terms: terms(
          'What your graduates of the last five years say about us as a place to work',
          ['At least fifty answers', 'In their words, without names'],
          '2026-07-31',
          '2026-04-17',
          { work: 'research' },
        ),
      },
    },
    [
      says('2026-04-14 15:10', 'renata', { kind: 'agree' }),
      says('2026-05-08 10:00', 'renata', {
        kind: 'progress',
        text: 'The questions are out to 380 people; nineteen answers so far.',
      }),
    ],
  ),
];
