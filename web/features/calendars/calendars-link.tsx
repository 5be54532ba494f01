import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { GoButton } from '../../ui/button.tsx';
import style from './calendars.module.css';

/** The way from the personal settings to the calendars. */
export function CalendarsLink({ slug }: { slug: string }) {
  const { calendars: words } = useMessages();
  return (
    <div className={style.stack}>
      <p>{words.settingsText}</p>
      <div>
        <GoButton href={paths.calendars(slug)}>{words.open}</GoButton>
      </div>
    </div>
  );
}
