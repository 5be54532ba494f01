import { table } from '@entente/protocol';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Quote } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { useConversation } from '../conversations/context.tsx';
import { partnerOf, readerSide, textOf, voiceOf } from '../conversations/perspective.ts';
import { FreshLink } from './fresh-link.tsx';
import style from './guest.module.css';

/** A used link still shows the conversation, and offers nothing that binds although it is the guest's move. */
function isUsedUp(page: ReturnType<typeof useConversation>['page']): boolean {
  const mine = readerSide(page);
  const moves = page.view.moves.some((move) => move.side === mine || move.side === 'both');
  return moves && !page.allowed.some((act) => table[act.kind].binding);
}

/** The partner's name and latest words, before anything else on the guest page. */
export function Letter({ link }: { link: string }) {
  const { page, ask } = useConversation();
  const { guest, acts } = useMessages();
  const partner = partnerOf(page);
  const mine = page.speaker.speaker;
  const name = page.people[page.speaker.pseudonym ?? '']?.name;
  const latest = page.acts.findLast(
    (act) =>
      act.void === null && act.speaker !== mine && 'text' in act.saying && textOf(page, act.saying.text) !== undefined,
  );
  const words =
    latest && 'text' in latest.saying
      ? textOf(page, latest.saying.text)
      : textOf(page, page.conversation.terms.terms.what);
  const confirms = page.allowed.some((act) => act.kind === 'confirm');
  return (
    <div className={style.letter}>
      <p className={style.from}>
        {name && `${guest.hello({ name })}. `}
        {guest.title({ partner: partner.name })}.
      </p>
      {words && words !== page.title && (
        <Quote>
          {words}
          {latest && (
            <small>
              {' '}
              — {voiceOf(page, latest).name}, <When at={latest.at} />
            </small>
          )}
        </Quote>
      )}
      {confirms && (
        <div className={style.notice}>
          <strong>{guest.confirmTitle}</strong>
          <p>{guest.confirmText({ partner: partner.name })}</p>
          <div>
            <Button kind="act" onClick={() => ask('confirm')}>
              {acts.confirm.button}
            </Button>
          </div>
        </div>
      )}
      {isUsedUp(page) && (
        <div className={style.notice}>
          <strong>{guest.usedTitle}</strong>
          <p>{guest.used}</p>
          <FreshLink link={link} />
        </div>
      )}
    </div>
  );
}
