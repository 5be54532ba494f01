import type { Side } from '@entente/protocol';
import type { ConversationPage } from '../../../server/features/conversations/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge, RecordedBadge } from '../../ui/badge.tsx';
import { Timeline, TimelineEntry } from '../../ui/timeline.tsx';
import { ByMailBadge, RestOfMail } from '../mail-in/by-mail.tsx';
import { useConversation } from './context.tsx';
import { FileList, Words } from './words.tsx';
import style from './history.module.css';

/** The plain talk that this request or offer grew out of. */
export function ThreadBefore({ thread, mine }: { thread: NonNullable<ConversationPage['thread']>; mine: Side | null }) {
  const { page, member } = useConversation();
  const { talk, general, acts } = useMessages();
  const sides = Object.values(page.sides);
  const own = page.sides[mine ?? 'customer'].side;
  return (
    <details className={style.before}>
      <summary>
        {talk.sections.thread({ subject: thread.subject })} ({talk.history.messages({ n: thread.messages.length })})
      </summary>
      <Timeline label={thread.subject}>
        {thread.messages.map((message) => {
          const organization = sides.find((each) => each.side === message.side)?.name ?? '';
          const other = sides.find((each) => each.side !== message.side)?.name ?? '';
          const person = page.people[message.author]?.name ?? organization;
          return (
            <TimelineEntry
              key={message.id}
              side={message.side === own ? 'ours' : 'theirs'}
              sideName={organization}
              person={person}
              what={acts.say.said({ who: person })}
              at={message.at}
              marks={
                <>
                  {message.via === 'recorded' && <RecordedBadge by={other} />}
                  {message.byMail ? <ByMailBadge /> : message.via === 'link' && <Badge>{general.byLink}</Badge>}
                </>
              }
            >
              <p className={style.words}>
                <Words text={message.text} />
              </p>
              {message.byMail && (
                <>
                  {member && <FileList files={message.byMail.files} />}
                  <RestOfMail byMail={message.byMail} place={member?.seesMails ? member : undefined} />
                </>
              )}
            </TimelineEntry>
          );
        })}
      </Timeline>
    </details>
  );
}
