import type { AcceptClaim } from '../../../server/features/claims/schema.ts';
import { plainDomain } from '../partnerships/new-partner.ts';

/** The answer to an offer, as typed. `organization` is one of the reader's, or `new`. */
export interface ClaimForm {
  organization: string;
  name: string;
  domain: string;
  person: string;
  password: string;
  agreed: boolean;
}

export const NEW = 'new';

export type ClaimField = 'name' | 'person' | 'password' | 'agreed';

/** The answer as the API takes it, or the fields that are still missing. `signedIn`: the person is known already. */
export function readClaim(
  form: ClaimForm,
  signedIn: boolean,
  reader: { locale: 'en' | 'es'; zone: string },
): { input?: AcceptClaim; missing: ClaimField[] } {
  const fresh = form.organization === NEW;
  const missing: ClaimField[] = [];
  if (fresh && !form.name.trim()) missing.push('name');
  if (!signedIn && !form.person.trim()) missing.push('person');
  if (!signedIn && form.password.length < 10) missing.push('password');
  if (!form.agreed) missing.push('agreed');
  if (missing.length > 0) return { missing };
  const domain = plainDomain(form.domain);
  return {
    missing,
    input: {
      ...(fresh
        ? { newOrganization: { name: form.name.trim(), ...(domain ? { domain } : {}) } }
        : { organization: form.organization }),
      ...(signedIn
        ? {}
        : {
            person: { name: form.person.trim(), password: form.password, locale: reader.locale, timeZone: reader.zone },
          }),
    },
  };
}
