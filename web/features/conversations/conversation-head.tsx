import { deadlineSaid, exactMoment } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useConversation } from './context.tsx';
import { isMine, isMyMove, moveSaid } from './move-words.ts';
import { partnerOf, readerSide } from './perspective.ts';
import style from './conversation.module.css';

function DueLine() {
  const { page } = useConversation();
  const { talk, conversation: words } = useMessages();
  const reader = useReaderNow();
  const { agreement, closing, pausedUntil, atRisk } = page.conversation;
  if (!agreement || closing) return null;
  const date = deadlineSaid(agreement.due, reader, 'noun');
  const first = deadlineSaid(agreement.firstDue, reader, 'noun');
  const marks = [
    page.view.paused && pausedUntil && talk.pausedUntil({ date: deadlineSaid(pausedUntil, reader, 'noun') }),
    page.view.atRisk && words.flags.atRisk,
    atRisk?.expected && talk.expectedNow({ date: deadlineSaid(atRisk.expected, reader, 'noun') }),
    page.view.unanswered && words.flags.unanswered,
  ].filter((mark) => typeof mark === 'string');
  return (
    <p className={style.due}>
      <time dateTime={agreement.due.ends} title={exactMoment(agreement.due.ends, reader)}>
        {agreement.due.ends === agreement.firstDue.ends ? talk.due({ date }) : talk.dueMoved({ date, first })}
      </time>
      {marks.map((mark) => (
        <span key={mark} className={style.flag}>
          {mark}
        </span>
      ))}
    </p>
  );
}

function Closing() {
  const { page } = useConversation();
  const { talk, conversation: words } = useMessages();
  const reader = useReaderNow();
  const { closing, repair } = page.conversation;
  const outcome = page.view.outcome;
  if (!outcome) return null;
  const at = closing?.at ?? page.conversation.lastAt;
  const timing = closing?.timing && outcome !== 'released' ? `, ${talk.closed.timing[closing.timing]}` : '';
  return (
    <>
      <p className={style.move}>
        {talk.closed.by({
          outcome: words.outcomes[outcome] + timing,
          when: deadlineSaid({ ends: at }, reader, 'on'),
        })}
      </p>
      {repair?.forgiven && <p className={style.repaired}>{talk.closed.repaired}</p>}
      {repair?.madeGood && !repair.forgiven && (
        <p className={style.due}>{talk.closed.madeGood({ who: page.sides.performer.name })}</p>
      )}
    </>
  );
}

/** Title, ring, partner, whose move it is and by when, and the dates: what a reader needs first. */
export function ConversationHead({ headingRef }: { headingRef: React.RefObject<HTMLHeadingElement | null> }) {
  const { page, member } = useConversation();
  const messages = useMessages();
  const { talk } = messages;
  const reader = useReaderNow();
  const mine = readerSide(page);
  const partner = partnerOf(page);
  const speaker = page.speaker.speaker;
  return (
    <header className={style.head}>
      <Ring ring={page.view.ring} reader={mine} size={64} partner={partner.name} />
      <div className={style.headWords}>
        <p className={style.above}>
          {member ? (
            <Go href={paths.partnership(member.slug, page.partnershipId)}>
              {mine
                ? partner.name
                : talk.between({ customer: page.sides.customer.name, performer: page.sides.performer.name })}
            </Go>
          ) : (
            <strong>{partner.name}</strong>
          )}
          {speaker && <span> · {talk.youAs[speaker]}</span>}
          <span> · {messages.conversation.states[page.view.state]}</span>
        </p>
        <h1 ref={headingRef} tabIndex={-1}>
          {page.title}
        </h1>
        {page.view.moves.map((move) => (
          <p key={`${move.for}-${move.side}`} className={isMine(page, move) ? style.myMove : style.move}>
            {moveSaid(page, move, messages, reader)}
          </p>
        ))}
        <Closing />
        <DueLine />
        {isMyMove(page) && (
          <a className={style.answer} href="#composer">
            {talk.answerNow}
          </a>
        )}
        {member && partner.presence !== 'claimed' && mine && (
          <p className={style.presence}>{talk.presence[partner.presence]({ partner: partner.name })}</p>
        )}
      </div>
    </header>
  );
}
