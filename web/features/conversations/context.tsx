import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import type { FormKey } from '../composer/form-key.ts';
import type { ConversationApi } from './api.ts';

/** The member's own place; absent on the guest page. */
export interface MemberPlace {
  organization: string;
  slug: string;
  /** Name of the reader's organization. */
  name: string;
  /** They see the mails that came in for their organization. */
  seesMails: boolean;
}

export interface ConversationState {
  page: ConversationPage;
  api: ConversationApi;
  member?: MemberPlace;
}

interface Shared extends ConversationState {
  /** A form that something elsewhere on the page asked the composer to open; a new object each time. */
  wanted: { form: FormKey; date?: string | undefined } | undefined;
  ask: (form: FormKey, date?: string) => void;
}

const ConversationContext = createContext<Shared | undefined>(undefined);

export function ConversationProvider({ value, children }: { value: ConversationState; children: ReactNode }) {
  const [wanted, setWanted] = useState<Shared['wanted']>();
  const ask = useCallback((form: FormKey, date?: string) => setWanted({ form, date }), []);
  const shared = useMemo(() => ({ ...value, wanted, ask }), [value, wanted, ask]);
  return <ConversationContext value={shared}>{children}</ConversationContext>;
}

/** The conversation on the page, how to reach it, who reads, and how to have the composer open a form. */
export function useConversation(): Shared {
  const state = use(ConversationContext);
  if (!state) throw new Error('useConversation needs a ConversationProvider above it');
  return state;
}
