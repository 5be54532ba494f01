import { canonicalText, foldResult, NotCanonical, parseAct, type StoredAct, type Vector } from '../src/index.ts';
import { actsOf, crossings } from './crossing.ts';
import { request, say } from './sayings.ts';
import type { Scenario } from './scenario.ts';
import { choices } from './scenarios/choices.ts';
import { closed, talking } from './scenarios/closed.ts';
import { disputed } from './scenarios/disputed.ts';
import { negotiating, openings } from './scenarios/negotiating.ts';
import { performing } from './scenarios/performing.ts';
import { amendments, proposing } from './scenarios/proposing.ts';
import { compose, customer, day, identified, performer, play } from './story.ts';

const groups: Record<string, Scenario[]> = {
  openings,
  negotiating,
  performing,
  disputed,
  amendments,
  proposing,
  closed,
  talking,
  choices,
};

const days = (now: string): number => (Date.parse(now) - Date.parse(day(0))) / 86_400_000;

function foldVector(name: string, acts: StoredAct[]): Vector {
  const last = acts.reduce((latest, { at }) => (at > latest ? at : latest), acts[0]!.at);
  return { kind: 'fold', name, acts, expect: foldResult(acts, [last, day(days(last) + 30)]) };
}

/** A story in which acts are missing, doubled, forked. */
function troubled(): Vector[] {
  const acts = play([
    customer(0, request(), ''),
    performer(1, say('first'), ''),
    performer(2, say('second'), ''),
    customer(3, say('third'), ''),
  ]).map(({ act }) => act);
  const [opening, first, second, third] = acts as [StoredAct, StoredAct, StoredAct, StoredAct];
  const fork = identified({ ...second, at: day(2.5) });
  return [
    foldVector('an act whose ancestor is missing waits', [opening, second, third]),
    foldVector('an act that arrives twice counts once', [opening, first, first, opening]),
    foldVector('an act of a later release is kept without effect', [
      opening,
      identified({ ...first, kind: 'sing' } as unknown as StoredAct),
    ]),
    foldVector('two acts with one number are a fork', [opening, first, second, fork, third]),
  ];
}

function parseVector(name: string, text: string): Vector {
  const { act, problem } = parseAct(text);
  return { kind: 'parse', name, text, problem: problem?.path ?? null, ...(act && { id: identified(act).id }) };
}

function parsing(): Vector[] {
  const { id: _id, ...act } = compose(undefined, customer(0, request(), ''));
  const text = canonicalText(act);
  return [
    parseVector('a canonical request', text),
    parseVector('white space', `${text} `),
    parseVector('a number in another spelling', text.replace('"seq":1', '"seq":1.0')),
    parseVector('a member twice', text.replace('"v":1}', '"v":1,"v":1}')),
    parseVector('an escaped look-alike', text.replace('"kind"', '"\\u006bind"')),
    parseVector('an unknown member', text.replace('"v":1}', '"v":1,"x":1}')),
    parseVector(
      'no condition',
      canonicalText({ ...act, terms: { ...(act as { terms: object }).terms, conditions: [] } }),
    ),
    parseVector('a moment without milliseconds', text.replace('.000Z","from"', 'Z","from"')),
    parseVector('a day that never was', text.replace('2026-01-25', '2026-02-30')),
    parseVector('an opening act in a conversation', canonicalText({ ...act, conversation: 'a'.repeat(64) })),
    parseVector('no JSON', text.slice(1)),
  ];
}

const json: [string, string][] = [
  ['order of members', '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude02":5,"\\u0080":6,"\\u00f6":7}'],
  ['numbers', '[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0,1e21]'],
  ['strings', '"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/"'],
  ['literals', '{"b":[null,true,false],"a":{}}'],
  ['a lone surrogate', '"\\ud800"'],
  ['a lone surrogate in a name', '{"\\udc00":1}'],
];

function canonicalVector([name, text]: [string, string]): Vector {
  try {
    return { kind: 'canonical', name, json: text, canonical: canonicalText(JSON.parse(text)) };
  } catch (error) {
    if (error instanceof NotCanonical) return { kind: 'canonical', name, json: text, canonical: null };
    throw error;
  }
}

/** All conformance vectors, by the name of their file. */
export function allVectors(): Record<string, Vector[]> {
  const stories = Object.entries(groups).map(([group, scenarios]): [string, Vector[]] => [
    group,
    scenarios.map(({ title, lines }) =>
      foldVector(
        title,
        play(lines).map(({ act }) => act),
      ),
    ),
  ]);
  const crossed = crossings.map((crossing) => {
    const { past, customer: theirs, performer: ours } = actsOf(crossing);
    return foldVector(crossing.title, [...past, ...ours, ...theirs]);
  });
  return {
    ...Object.fromEntries(stories),
    crossing: crossed,
    arrival: troubled(),
    reading: parsing(),
    canonical: json.map(canonicalVector),
  };
}

/** One vector a line, so that a change shows as the stories it touches. */
export const vectorFile = (vectors: Vector[]): string =>
  `[\n${vectors.map((vector) => JSON.stringify(vector)).join(',\n')}\n]\n`;
