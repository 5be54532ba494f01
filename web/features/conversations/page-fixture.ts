import { createHash } from 'node:crypto';
import {
  type Act,
  actId,
  allowedActs,
  apply,
  type Conversation,
  evidence,
  type Evidence,
  isVoid,
  open,
  type Saying,
  type Side,
  type StoredAct,
  type Terms,
  toBeSpoken,
  type Via,
  view,
} from '@entente/protocol';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';

/** Tests only: a conversation really spoken through the protocol, as the server would present it. */
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const PARTIES: Record<Side, string> = { customer: 'party-a', performer: 'party-b' };
const AUTHORS: Record<Side, string> = {
  customer: '0190a000-0000-7000-8000-00000000000a',
  performer: '0190a000-0000-7000-8000-00000000000b',
};

export interface Spoken {
  by: Side;
  at: string;
  saying: Saying;
  via?: Via;
}

/** A commitment that stands for a text: readable in failures, and its own. */
export function commit(text: string): string {
  return sha256(new TextEncoder().encode(text));
}

export class PageFixture {
  readonly texts: ConversationPage['texts'] = {};
  readonly acts: ConversationPage['acts'] = [];
  readonly evidence: Evidence[] = [];
  conversation: Conversation | undefined;

  /** The commitment of a text that the page will know. */
  text(words: string): string {
    this.texts[commit(words)] = { text: words };
    return commit(words);
  }

  terms(what: string, conditions: Record<string, string>, due: string, replyBy: string): Terms {
    return {
      what: this.text(what),
      conditions: Object.entries(conditions).map(([id, words]) => ({ id, text: this.text(words) })),
      due: { ends: `${due}T22:00:00.000Z`, date: due },
      replyBy: { ends: `${replyBy}T22:00:00.000Z`, date: replyBy },
    };
  }

  say({ by, at, saying, via = 'session' }: Spoken): string {
    const before = this.conversation;
    const chain = before
      ? toBeSpoken(before, by)
      : {
          nonce: '0'.repeat(32),
          from: PARTIES[by],
          to: PARTIES[by === 'customer' ? 'performer' : 'customer'],
          side: by,
          seq: 1,
        };
    const known = Object.keys(this.texts).map((each) => ({ name: 'text', commit: each, size: 1, media: 'text/plain' }));
    const envelope = { v: 1 as const, ...chain, at, parts: known, actor: { pseudonym: AUTHORS[by], via } };
    const act = { ...envelope, ...saying } as Act;
    const stored: StoredAct = { ...act, id: actId(act, sha256) };
    const after = before ? apply(before, stored) : open(stored);
    this.acts.push({
      id: stored.id,
      position: this.acts.length + 1,
      speaker: by,
      via,
      at,
      author: AUTHORS[by],
      recordedBy: via === 'recorded' ? AUTHORS[by === 'customer' ? 'performer' : 'customer'] : null,
      void: isVoid(after) ? after.void : null,
      unconfirmed: via === 'recorded',
      denied: false,
      saying,
    });
    if (isVoid(after)) return stored.id;
    this.evidence.push(...evidence(before, stored, after));
    this.conversation = after;
    return stored.id;
  }

  page(now: string, reader: Side = 'customer'): ConversationPage {
    if (!this.conversation) throw new Error('Nothing has been said yet.');
    const { conversation } = this;
    const side = (name: string, letter: 'a' | 'b') =>
      ({ organizationId: AUTHORS.customer, name, side: letter, presence: 'claimed', person: null }) as const;
    return {
      id: conversation.id,
      partnershipId: AUTHORS.customer,
      title: this.texts[conversation.terms.terms.what]?.text ?? '',
      head: conversation.head,
      speaker: { speaker: reader, recordable: [], pseudonym: AUTHORS[reader] },
      sides: { customer: side('Northfield', 'a'), performer: side('Nova', 'b') },
      newcomer: null,
      conversation,
      view: view(conversation, now),
      allowed: allowedActs(conversation, reader, now),
      allowedRecorded: {},
      texts: this.texts,
      people: {
        [AUTHORS.customer]: { name: 'Ana', title: null, side: 'a' },
        [AUTHORS.performer]: { name: 'Sam', title: null, side: 'b' },
      },
      acts: this.acts,
      evidence: this.evidence,
      related: [],
      thread: null,
      links: [],
      importId: null,
      now,
    };
  }
}
