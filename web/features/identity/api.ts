import type { QueryClient } from '@tanstack/react-query';
import type { ChangeMe, Me, Setup } from '../../../server/features/identity/schema.ts';
import type { AcceptInvitation, OpenInvitation } from '../../../server/features/organizations/schema.ts';
import { api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { meQuery, startQuery } from '../../session.tsx';

/** Somebody came in or changed: nothing that was fetched for somebody else may stay. */
function entered(queries: QueryClient, me: Me): Me {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== startQuery.queryKey[0] });
  queries.setQueryData(meQuery.queryKey, me);
  return me;
}

/** Signs in with a password; a wrong pair is the problem `credentials`. */
export async function signIn(queries: QueryClient, email: string, password: string): Promise<Me> {
  try {
    return entered(queries, await api.post<Me>('/auth/sign-in/email', { email, password }));
  } catch (error) {
    if (error instanceof Problem && error.code === 'unauthenticated')
      throw new Problem('credentials', error.status, '');
    throw error;
  }
}

/** Has a link mailed; the answer never tells whether the address is known. */
export function mailLink(email: string): Promise<void> {
  return api.post('/auth/sign-in/magic-link', { email });
}

/** Uses the token of a mailed link, once. */
export async function openLink(queries: QueryClient, token: string): Promise<Me> {
  return entered(queries, await api.post<Me>('/auth/magic-link', { token }));
}

export async function setUp(queries: QueryClient, setup: Setup): Promise<Me> {
  const me = await api.post<Me>('/setup', setup);
  await queries.invalidateQueries({ queryKey: startQuery.queryKey });
  return entered(queries, me);
}

export async function changeMe(queries: QueryClient, change: ChangeMe): Promise<Me> {
  const me = await api.patch<Me>('/me', change);
  queries.setQueryData(meQuery.queryKey, me);
  return me;
}

export function changePassword(password: string, current: string): Promise<void> {
  return api.put('/me/password', { password, ...(current === '' ? {} : { current }) });
}

export function signOut(everywhere = false): Promise<void> {
  return api.post(everywhere ? '/auth/sign-out-everywhere' : '/auth/sign-out');
}

/** What an invitation says. A link nobody knows is as dead as one that was used. */
export async function openInvitation(token: string): Promise<OpenInvitation> {
  try {
    return await api.get<OpenInvitation>(`/invitations/${encodeURIComponent(token)}`);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') throw new Problem('gone', error.status, error.detail);
    throw error;
  }
}

export async function acceptInvitation(queries: QueryClient, token: string, given: AcceptInvitation): Promise<Me> {
  return entered(queries, await api.post<Me>(`/invitations/${encodeURIComponent(token)}`, given));
}
