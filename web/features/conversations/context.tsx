import { createContext, use, type ReactNode } from 'react';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import type { ConversationApi } from './api.ts';

/** The member's own place; absent on the guest page. */
export interface MemberPlace {
  organization: string;
  slug: string;
  /** Name of the reader's organization. */
  name: string;
}

export interface ConversationState {
  page: ConversationPage;
  api: ConversationApi;
  member?: MemberPlace;
}

const ConversationContext = createContext<ConversationState | undefined>(undefined);

export function ConversationProvider({ value, children }: { value: ConversationState; children: ReactNode }) {
  return <ConversationContext value={value}>{children}</ConversationContext>;
}

/** The conversation on the page, how to reach it, and who reads. */
export function useConversation(): ConversationState {
  const state = use(ConversationContext);
  if (!state) throw new Error('useConversation needs a ConversationProvider above it');
  return state;
}
