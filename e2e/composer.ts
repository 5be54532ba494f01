import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { actKey } from '../messages/act-key.ts';
import { messagesFor } from '../messages/catalogue.ts';
import type { DeadlineInput, SayingInput, TermsInput } from '../server/features/acts/schema.ts';
import { type FormKey, partsOf } from '../web/features/composer/form-key.ts';
import { named, type Visitor } from './story.ts';

const { composer, acts, conversation } = messagesFor('en');
const { fields } = composer;

type Speaker = 'customer' | 'performer' | 'newcomer';

/** What a person knows who fills in a form: the wording of each condition, and what others are called. */
export interface Knowledge {
  speaker: Speaker;
  conditions: Record<string, string>;
  /** A third organization and who answers there. */
  newcomer?: { name: string; person: string };
  /** The other conversation an act speaks of, as lists show it. */
  other?: string;
}

/** The button an act is behind. */
export function formKeyOf(saying: SayingInput): FormKey {
  if (saying.kind === 'propose') return `propose:${saying.proposal.kind}`;
  if (saying.kind === 'link') return `link:${saying.relation}`;
  return saying.kind === 'progress' && saying.atRisk ? 'progress:risk' : saying.kind;
}

/** What stands on the button, for a speaker. */
export function buttonOf(key: FormKey, speaker: Speaker): string {
  return acts[actKey(partsOf(key), speaker === 'newcomer' ? undefined : speaker)].button;
}

/** The part of the page where words are written. */
export function composerOf(visitor: Visitor): Locator {
  return visitor.page.locator('#composer');
}

function beginning(name: string): RegExp {
  return new RegExp(`^\\s*${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** Opens the form of an act by its button, behind "More" if that is where it is. */
export async function chooses(visitor: Visitor, key: FormKey, speaker: Speaker): Promise<void> {
  const place = composerOf(visitor);
  await place.getByRole('heading', { name: composer.yourMoves }).waitFor();
  const choice = place.getByRole('button', { name: beginning(buttonOf(key, speaker)) }).first();
  if (!(await choice.isVisible())) await visitor.presses(composer.moreMoves, 'button', place);
  await choice.click();
  visitor.steps += 1;
}

function dayIn(deadline: DeadlineInput): string {
  return 'date' in deadline ? deadline.date : deadline.at.slice(0, 10);
}

/** Fills in what is asked, the conditions, the dates and what has to come first. */
export async function fillsTerms(visitor: Visitor, place: Locator, kind: string, terms: TermsInput): Promise<void> {
  const what = kind === 'request' ? fields.whatRequest : kind === 'offer' ? fields.whatOffer : fields.what;
  await visitor.fills(what, terms.what, place);
  for (const [index, { text }] of terms.conditions.entries()) {
    const line = place.getByLabel(named(conversation.terms.condition({ n: index + 1 })));
    if (!(await line.isVisible())) await visitor.presses(conversation.terms.addCondition, 'button', place);
    await line.fill(text);
    visitor.steps += 1;
  }
  if (terms.work) await place.getByLabel(named(conversation.terms.work)).selectOption(terms.work);
  if (terms.due && !('days' in terms.due)) await visitor.fills(fields.day, dayIn(terms.due), place);
  if (terms.antecedent) {
    await place.getByText(fields.more).click();
    await place.getByRole('checkbox', { name: named(fields.antecedent) }).check();
    await visitor.fills(fields.antecedentText, terms.antecedent.text, place);
    await visitor.fills(fields.antecedentBy, dayIn(terms.antecedent.by), place);
  }
  if (terms.replyBy) {
    await visitor.fills(kind === 'offer' ? fields.standsUntil : fields.replyBy, dayIn(terms.replyBy), place);
  }
}

/** The fields that belong to conditions: what was done, whether it is met, what is missing. */
async function fillsConditions(visitor: Visitor, place: Locator, saying: SayingInput, known: Knowledge) {
  const wording = (id: string) => known.conditions[id] ?? id;
  if (saying.kind === 'report')
    for (const { condition, text } of saying.on) await visitor.fills(wording(condition), text ?? '', place);
  if (saying.kind === 'accept')
    for (const { condition, verdict, text } of saying.verdicts) {
      const group = place.getByRole('group', { name: named(wording(condition)) });
      await visitor.presses(verdict === 'met' ? fields.met : fields.waived, 'radio', group);
      if (text) await visitor.fills(fields.waivedWhy, text, place);
    }
  if (saying.kind === 'return')
    for (const [index, { condition, text }] of saying.unmet.entries()) {
      await visitor.presses(wording(condition), 'checkbox', place);
      if (text) await place.getByLabel(named(fields.unmetText)).nth(index).fill(text);
    }
  if (saying.kind === 'contest')
    for (const condition of saying.cites) await visitor.presses(wording(condition), 'checkbox', place);
}

async function fillsChoices(visitor: Visitor, place: Locator, saying: SayingInput) {
  if (saying.kind === 'accept' && saying.satisfaction) {
    const group = place.getByRole('group', { name: named(conversation.satisfaction.label) });
    await visitor.presses(beginning(`${saying.satisfaction} ·`), 'radio', group);
  }
  if (saying.kind === 'settle') {
    await visitor.presses(conversation.settlements[saying.settlement], 'radio', place);
    if (saying.due) await visitor.fills(fields.newDue, dayIn(saying.due), place);
  }
  if (saying.kind === 'judge')
    for (const asked of ['fair', 'efficient', 'again'] as const) {
      const group = place.getByRole('group', { name: named(conversation.judge[asked]) });
      await visitor.presses(conversation.opinions[saying[asked]], 'radio', group);
    }
  if (saying.kind === 'defer') await visitor.fills(fields.answerBy, dayIn(saying.until), place);
  if (saying.kind === 'progress') {
    if (saying.expected) await visitor.fills(fields.expected, dayIn(saying.expected), place);
    if (saying.effort) {
      const group = place.getByRole('group', { name: named(fields.effortSoFar) });
      await visitor.fills(fields.amount, saying.effort.amount, group);
      await visitor.fills(fields.unit, saying.effort.unit, group);
    }
  }
}

async function fillsProposal(visitor: Visitor, place: Locator, saying: SayingInput, known: Knowledge) {
  if (saying.kind !== 'propose') return;
  const { proposal } = saying;
  if (proposal.kind === 'amend') await fillsTerms(visitor, place, 'change', proposal.terms);
  if (proposal.kind === 'pause') {
    await visitor.fills(fields.until, dayIn(proposal.until), place);
    if (proposal.due) await visitor.fills(fields.newDue, dayIn(proposal.due), place);
  }
  if (proposal.kind === 'reopen') await visitor.fills(fields.newDue, dayIn(proposal.due), place);
  if ('newcomer' in proposal && known.newcomer) {
    await place.getByLabel(named(fields.newcomerName)).waitFor();
    await visitor.fills(fields.newcomerName, known.newcomer.name, place);
    await visitor.fills(fields.newcomerPerson, known.newcomer.person, place);
    await visitor.presses(fields.newcomerAdd, 'button', place);
    await place.getByLabel(named(fields.newcomer)).waitFor();
  }
}

/** The reason from the list. */
async function fillsCause(place: Locator, saying: SayingInput) {
  const said = saying.kind === 'propose' ? saying.proposal : saying;
  if ('cause' in said && said.cause) await place.getByLabel(named(fields.cause)).selectOption(said.cause);
}

/** The own words of an act, whatever its form calls the field. */
async function fillsWords(visitor: Visitor, place: Locator, saying: SayingInput) {
  const text = saying.kind === 'propose' ? saying.proposal.text : 'text' in saying ? saying.text : undefined;
  if (text === undefined) return;
  const labels = [fields.text, fields.reason, fields.account].map((label) => named(label).source);
  await visitor.fills(new RegExp(labels.join('|'), 'i'), text, place);
}

/** Presses the last button of a form and waits until the server has taken the act. */
export async function sends(visitor: Visitor, place: Locator, button: string | RegExp): Promise<void> {
  const answered = visitor.page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && /\/(acts|conversations)$/.test(new URL(answer.url()).pathname),
  );
  await visitor.presses(button, 'button', place);
  const answer = await answered;
  expect(answer.status(), `${button}: ${answer.ok() ? '' : await answer.text()}`).toBe(201);
}

/** Says something on screen: presses its button, fills in its form, sends it. A plain message needs only the box. */
export async function says(visitor: Visitor, saying: SayingInput, known: Knowledge): Promise<void> {
  const place = composerOf(visitor);
  if (saying.kind === 'say') {
    await visitor.fills(composer.messageLabel, saying.text, place);
    if (saying.question) await visitor.presses(composer.asQuestion, 'checkbox', place);
    await sends(visitor, place, composer.send);
    return;
  }
  const key = formKeyOf(saying);
  await chooses(visitor, key, known.speaker);
  if (saying.kind === 'counter') await fillsTerms(visitor, place, 'change', saying.terms);
  await fillsConditions(visitor, place, saying, known);
  await fillsChoices(visitor, place, saying);
  await fillsProposal(visitor, place, saying, known);
  if (saying.kind === 'link' && known.other)
    await place.getByLabel(named(fields[saying.relation])).selectOption({ label: known.other });
  if (saying.kind === 'confirm') {
    for (const yes of await place.getByRole('radio', { name: named(fields.confirmYes) }).all()) await yes.check();
  }
  await fillsCause(place, saying);
  await fillsWords(visitor, place, saying);
  await sends(visitor, place, buttonOf(key, known.speaker));
}

/** Asks for something or offers something, from the page that does that. `recorded`: in the other side's name. */
export async function opens(
  visitor: Visitor,
  saying: Extract<SayingInput, { kind: 'request' | 'offer' }>,
  recorded?: string,
): Promise<void> {
  const place = visitor.page.locator('main');
  if (recorded) await visitor.presses(composer.open.theySpoke({ partner: recorded }), 'radio', place);
  await fillsTerms(visitor, place, saying.kind, saying.terms);
  const own = saying.kind === 'request' ? composer.open.sendAsk : composer.open.sendOffer;
  await sends(visitor, place, recorded ? composer.recorded.send : own);
  await composerOf(visitor).waitFor();
}
