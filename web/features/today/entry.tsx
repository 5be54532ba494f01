import { lazy, Suspense, useId } from 'react';
import type { TodayItem } from '../../../server/features/today/schema.ts';
import { useReaderNow } from '../../clock.tsx';
import { useLocale } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { exactMoment } from '../../../messages/format.ts';
import { Button } from '../../ui/button.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Ring } from '../../ui/ring.tsx';
import style from './entry.module.css';
import { entryWords, type SectionName } from './entry-words.ts';

/** Only an unfolded entry needs the composer. */
const AnswerHere = lazy(async () => ({ default: (await import('./answer-here.tsx')).AnswerHere }));

export interface EntryProps {
  organization: OurOrganization;
  section: SectionName;
  item: TodayItem;
  /** Name of the colleague who answers for it, where that is not the reader. */
  colleague?: string;
  unfolded: boolean;
  onUnfold: (unfolded: boolean) => void;
}

/** Whose move, with whom, for what and by when; answered in place, or opened. */
export function Entry({ organization, section, item, colleague, unfolded, onUnfold }: EntryProps) {
  const { messages } = useLocale();
  const { today } = messages;
  const reader = useReaderNow();
  const panel = useId();
  const words = entryWords(section, item, today, reader, colleague !== undefined);
  return (
    <li className={`${style.entry} ${unfolded ? style.unfolded : ''}`} data-item>
      <div className={style.row}>
        <Ring ring={item.ring} reader={item.role} partner={item.partner.name} size={32} />
        <div className={style.words}>
          <Go href={paths.conversation(organization.slug, item.partnershipId, item.id)} className={style.title}>
            {item.title}
          </Go>
          <p className={style.waits}>
            {words.waits},{' '}
            <Timed
              at={words.when.at}
              said={words.when.said}
              exact={exactMoment(words.when.at, reader)}
              strong={words.when.passed}
            />
          </p>
          <p className={style.since}>
            <Timed at={words.since.at} said={words.since.said} exact={exactMoment(words.since.at, reader)} />
            {colleague && ` · ${today.answeredBy({ name: colleague })}`}
          </p>
        </div>
        <Button
          kind="plain"
          className={style.toggle}
          aria-expanded={unfolded}
          aria-controls={panel}
          {...(unfolded ? {} : { 'data-act': true, 'data-reply': true })}
          onClick={() => onUnfold(!unfolded)}
        >
          {unfolded ? today.fold : item.mine ? today.answer : today.write}
          <span className="visually-hidden">: {item.title}</span>
        </Button>
      </div>
      <div id={panel} hidden={!unfolded} className={style.panel}>
        {unfolded && (
          <Suspense fallback={<Loading what={messages.partners.what.conversation} />}>
            <AnswerHere organization={organization} item={item} />
          </Suspense>
        )}
      </div>
    </li>
  );
}

function Timed({ at, said, exact, strong = false }: { at: string; said: string; exact: string; strong?: boolean }) {
  return (
    <time dateTime={at} title={exact} className={strong ? style.strong : undefined}>
      {said}
      <span className="visually-hidden"> ({exact})</span>
    </time>
  );
}
