import { messagesFor } from '../messages/catalogue.ts';
import { dayFromNow } from './days.ts';
import type { Visitor } from './story.ts';

const { setup, signIn, partners, general } = messagesFor('en');

/** Sets a new server up, as its first administrator. */
export async function setsUp(visitor: Visitor, address: string, organization: string, name: string, email: string) {
  await visitor.opens(address);
  await visitor.fills(setup.organizationName, organization);
  await visitor.fills(signIn.yourName, name);
  await visitor.fills(signIn.email, email);
  await visitor.fills(signIn.password, 'a walk along the river');
  await visitor.presses(setup.start);
  await visitor.page.getByRole('heading', { level: 1, name: messagesFor('en').today.title }).waitFor();
}

/** Adds a partner with one person and stays on its page. */
export async function addsPartner(visitor: Visitor, partner: string, person: string, email: string): Promise<void> {
  await visitor.presses(general.places.partners, 'link');
  await visitor.presses(new RegExp(`^(${partners.add}|${partners.empty.act})$`));
  const dialog = visitor.page.getByRole('dialog');
  await visitor.fills(partners.form.name, partner, dialog);
  await visitor.fills(partners.form.personName, person, dialog);
  await visitor.fills(partners.form.personEmail, email, dialog);
  await visitor.presses(partners.form.save, 'button', dialog);
  await visitor.page.getByRole('heading', { level: 1, name: partner }).waitFor();
}

/** Terms with two conditions and dates ahead. */
export function termsFor(what: string, conditions: string[], due: number, replyBy = 7) {
  return {
    what,
    conditions: conditions.map((text) => ({ text })),
    due: { date: dayFromNow(due) },
    replyBy: { date: dayFromNow(replyBy) },
  };
}
