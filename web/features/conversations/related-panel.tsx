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

function Leaf({ other, label }: { other: Related; label: string }) {
  const { member } = useConversation();
  const { talk } = useMessages();
  return (
    <div className={style.leaf}>
      <Ring ring={other.ring} reader={null} size={20} />
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
          <div className={style.row}>
            <LinkedRings one={{ ring: page.view.ring, reader: mine }} other={{ ring: each.ring, reader: null }} />
          </div>
          <Leaf other={each} label={talk.related.exchange} />
        </li>
      ))}
    </ul>
  );
}

/** What endangers what, said at once on both ends. */
export function Endangered({ onAmend }: { onAmend?: () => void }) {
  const { page, member } = useConversation();
  const { talk } = useMessages();
  const children = page.related.filter((each) => each.endangers && each.direction === 'child');
  const parents = page.related.filter((each) => each.endangers && each.direction === 'parent');
  if (children.length + parents.length === 0) return null;
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
          {talk.related.endangers({ title: page.title })}{' '}
          {onAmend && (
            <button type="button" className={style.inline} onClick={onAmend}>
              {talk.related.draftChange}
            </button>
          )}
        </p>
      ))}
      {parents.map((each) => (
        <p key={each.id}>{talk.related.endangers({ title: each.title })}</p>
      ))}
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
