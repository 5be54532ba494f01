import { momentSaid } from '../../../messages/format.ts';
import type { Wording } from '../../../server/features/nudges/schema-wordings.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import style from './wordings.module.css';

/** Who changed the words, and when. */
export function Changed({ wording }: { wording: Wording }) {
  const { wordings: words } = useMessages().followUpHouse;
  const reader = useReaderNow();
  if (wording.changedAt === null) return null;
  const by = { name: wording.changedBy ?? words.somebody, date: momentSaid(wording.changedAt, reader, 'noun') };
  return <p className={style.soft}>{wording.own === null ? words.wentBack(by) : words.changed(by)}</p>;
}
