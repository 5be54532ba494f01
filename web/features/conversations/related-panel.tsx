import type { ReactNode } from 'react';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { GoButton } from '../../ui/button.tsx';
import { Go } from '../../ui/go.tsx';
import { LinkedRings, Ring } from '../../ui/ring.tsx';
import { useConversation } from './context.tsx';
import { readerSide } from './perspective.ts';
import style from './conversation.module.css';

type Related = ConversationPage['related'][number];

function Leaf({ other, label, sign }: { other: Related; label: string; sign?: ReactNode }) {
  const { member } = useConversation();
  const { talk } = useMessages();
  return (
    <div className={style.leaf}>
      {sign ?? <Ring ring={other.ring} reader={null} size={20} />}
      <div>
        {member ? (
          <Go href={paths.conversation(member.slug, other.partnershipId, other.id)}>{other.title}</Go>
        ) : (
          other.title
        )}
        <small>
          {label}, {talk.related.with({ partner: other.partnerName })}
        </small>
      </div>
    </div>
  );
}

function Tree({ related }: { related: readonly Related[] }) {
  const { page } = useConversation();
  const { talk } = useMessages();
  const mine = readerSide(page);
  const parents = related.filter((each) => each.direction === 'parent');
  const children = related.filter((each) => each.direction === 'child');
  const peers = related.filter((each) => each.direction === 'peer');
  const here = (
    <li>
      <div className={`${style.leaf} ${style.here}`} aria-current="true">
        <Ring ring={page.view.ring} reader={mine} size={20} silent />
        <div>
          {page.title}
          <small>{talk.related.here}</small>
        </div>
      </div>
      {children.length > 0 && (
        <ul className={style.tree}>
          {children.map((each) => (
            <li key={each.id}>
              <Leaf other={each} label={talk.related.supportsThis} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
  return (
    <ul className={style.tree}>
      {parents.map((each) => (
        <li key={each.id}>
          <Leaf other={each} label={talk.related.thisSupports} />
        </li>
      ))}
      {parents.length > 0 ? (
        <li>
          <ul className={style.tree}>{here}</ul>
        </li>
      ) : (
        here
      )}
      {peers.map((each) => (
        <li key={each.id}>
          <Leaf
            other={each}
            label={talk.related.exchange}
            sign={
              <LinkedRings
                size={20}
                one={{ ring: page.view.ring, reader: mine }}
                other={{ ring: each.ring, reader: null }}
              />
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** What endangers what, said at once on both ends; the performer of what is in danger can ask for another date right here. */
export function Endangered() {
  const { page, member, ask } = useConversation();
  const { talk } = useMessages();
  const children = page.related.filter((each) => each.endangers && each.direction === 'child');
  const parents = page.related.filter((each) => each.endangers && each.direction === 'parent');
  if (children.length + parents.length === 0) return null;
  const mayAmend =
    readerSide(page) === 'performer' && page.allowed.some((act) => act.kind === 'propose' && act.proposal === 'amend');
  return (
    <div className={style.danger}>
      {children.map((each) => (
        <p key={each.id}>
          {member ? (
            <Go href={paths.conversation(member.slug, each.partnershipId, each.id)}>{each.title}</Go>
          ) : (
            each.title
          )}
          {': '}
          {talk.related.endangers({ title: page.title })}
        </p>
      ))}
      {parents.map((each) => (
        <p key={each.id}>{talk.related.endangers({ title: each.title })}</p>
      ))}
      {children.length > 0 && mayAmend && (
        <button type="button" className={style.inline} onClick={() => ask('propose:amend')}>
          {talk.related.draftChange}
        </button>
      )}
    </div>
  );
}

/** Supporting requests and exchanges as a tree around this conversation, and how to add one. */
export function RelatedPanel() {
  const { page, member } = useConversation();
  const { talk } = useMessages();
  const mine = readerSide(page);
  const open = page.view.state !== 'closed';
  return (
    <>
      {page.related.length > 0 ? <Tree related={page.related} /> : <p className={style.soft}>{talk.related.none}</p>}
      {member && mine && open && (
        <div className={style.row}>
          <GoButton
            kind="plain"
            href={paths.newConversation(member.slug, page.partnershipId, { kind: 'request', supports: page.id })}
          >
            {talk.related.askHelp}
          </GoButton>
          <GoButton
            kind="plain"
            href={paths.newConversation(member.slug, page.partnershipId, {
              kind: mine === 'customer' ? 'offer' : 'request',
              exchange: page.id,
            })}
          >
            {talk.related.inReturn}
          </GoButton>
        </div>
      )}
    </>
  );
}
