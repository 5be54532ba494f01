import { useEffect, useRef } from 'react';
import { useMessages } from '../../locale.tsx';
import { RoomIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/toast.tsx';
import { Composer } from '../composer/composer.tsx';
import { SuggestionFromMail } from '../mail-in/suggestion.tsx';
import { EffectPanel } from '../trust/effect-panel.tsx';
import { useConversation } from './context.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { GuestLinks } from './guest-links.tsx';
import { History } from './history.tsx';
import { ConversationNotes } from './own-notes.tsx';
import { PendingNote } from './pending-note.tsx';
import { partnerOf } from './perspective.ts';
import { Endangered, RelatedPanel } from './related-panel.tsx';
import { saidOf } from './said.ts';
import { TermsPanel } from './terms-panel.tsx';
import style from './conversation.module.css';

/** Says aloud what arrived from others while the page is open. */
function useArrivals(): void {
  const { page } = useConversation();
  const messages = useMessages();
  const seen = useRef(page.acts.length);
  useEffect(() => {
    const fresh = page.acts.slice(seen.current).filter((act) => act.author !== page.speaker.pseudonym);
    seen.current = page.acts.length;
    const last = fresh.at(-1);
    if (last) announce(messages.talk.live.arrived({ said: saidOf(page, last, messages) }));
  }, [page, messages]);
}

function useTitle(title: string): React.RefObject<HTMLHeadingElement | null> {
  const { general } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${general.product}`;
  }, [title, general.product]);
  useEffect(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

interface ConversationViewProps {
  above?: React.ReactNode;
  gone?: React.ReactNode;
  /** What the conversation is about, where that stands in the room beside its log. */
  subject?: React.ReactNode;
  /** The subject asks for the answer itself: the buttons of the log would be a second way to say it. */
  answeredThere?: boolean;
}

/** One conversation whole: head, terms at the side, talk in the middle, composer at its foot. Guests get it without what is ours. */
export function ConversationView({ above, gone, subject, answeredThere = false }: ConversationViewProps) {
  const { page, member } = useConversation();
  const { talk, general } = useMessages();
  const heading = useTitle(page.title);
  useArrivals();
  const partner = partnerOf(page);
  return (
    <div className={style.page}>
      <div className={style.top}>
        {above}
        <ConversationHead headingRef={heading} />
        <Endangered />
        <PendingNote />
        {subject}
      </div>
      <div className={style.inForce}>
        <details className={style.panel} open>
          <summary>
            <h2>{talk.sections.terms}</h2>
          </summary>
          <TermsPanel />
        </details>
      </div>
      <div className={style.talk}>
        {/* A guest comes to answer: their words stand before the history, a member's at its foot. */}
        {!answeredThere && <SuggestionFromMail />}
        {!member && !answeredThere && <Composer gone={gone} />}
        <section className={style.room}>
          <div className={style.roomHead}>
            <h2>{talk.sections.talk}</h2>
            <span className={style.seen}>
              <RoomIcon />
              {general.rooms.roomSeenBy({ partner: partner.name })}
            </span>
          </div>
          <History />
        </section>
        {member && !answeredThere && <Composer gone={gone} />}
      </div>
      <Beside />
    </div>
  );
}

/** What belongs to the conversation beside the talk; what is ours only for members. */
function Beside() {
  const { page, member } = useConversation();
  const { talk, trust } = useMessages();
  const linkable = member && page.speaker.recordable.length > 0;
  return (
    <div className={style.side}>
      {(member || page.related.length > 0) && (
        <details className={style.panel} open={page.related.length > 0}>
          <summary>
            <h2>{talk.sections.related}</h2>
          </summary>
          <RelatedPanel />
        </details>
      )}
      {linkable && (
        <details id="links" className={style.panel} open={page.links.length === 0 && page.view.state !== 'closed'}>
          <summary>
            <h2>{talk.sections.links}</h2>
          </summary>
          <GuestLinks member={member} />
        </details>
      )}
      <details className={style.panel} open={page.view.state === 'closed'}>
        <summary>
          <h2>{talk.sections.evidence}</h2>
        </summary>
        <EvidencePanel />
      </details>
      {member && page.conversation.agreement && (
        <details className={style.panel} open={page.view.state === 'closed'}>
          <summary>
            <h2>{trust.effect.title}</h2>
          </summary>
          <EffectPanel member={member} partnership={page.partnershipId} conversation={page.id} />
        </details>
      )}
      {member && <ConversationNotes member={member} />}
    </div>
  );
}
