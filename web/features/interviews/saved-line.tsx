import { useEffect, useRef } from 'react';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Go } from '../../ui/go.tsx';
import { announce, toast } from '../../ui/toast.tsx';
import style from './talk.module.css';
import type { Talk } from './talk.ts';
import { useTalkPart } from './use-talk.ts';

/** Says quietly where the words are; and once, calmly, that the connection went and came back. */
export function SavedLine({ talk }: { talk: Talk }) {
  const { saved } = useMessages().listening;
  const unsaved = useTalkPart(talk, 'unsaved');
  const refused = useTalkPart(talk, 'refused');
  const connection = useTalkPart(talk, 'connection');
  const keeps = useTalkPart(talk, 'keeps');
  const told = useRef(false);
  useEffect(() => {
    if (connection === 'gone' && !told.current) {
      told.current = true;
      if (keeps) toast(saved.offline);
    }
    if (connection === 'there' && unsaved === 0 && told.current) {
      told.current = false;
      announce(saved.back);
    }
  }, [connection, unsaved, keeps, saved]);
  if (!keeps && (unsaved > 0 || connection !== 'there')) {
    return <p className={`${style.saved} ${style.warn}`}>{saved.unkept}</p>;
  }
  if (connection === 'signed-out') {
    return (
      <p className={`${style.saved} ${style.warn}`}>
        {saved.signedOut} <Go href={paths.signIn(location.pathname + location.search)}>{saved.signIn}</Go>
      </p>
    );
  }
  const waiting = unsaved - refused;
  const said =
    waiting > 0
      ? connection === 'gone'
        ? saved.waiting({ n: waiting })
        : saved.sending
      : connection === 'gone'
        ? saved.offlineQuiet
        : refused > 0
          ? saved.refused({ n: refused })
          : saved.all;
  const all = waiting === 0 && refused === 0 && connection === 'there';
  return (
    <p className={style.saved}>
      {all && <CheckIcon size={16} />}
      {connection === 'unknown' && waiting === 0 ? saved.sending : said}
    </p>
  );
}
