import { useMessages } from '../locale.tsx';
import { Dialog } from './dialog.tsx';
import style from './key-sheet.module.css';

export interface GoKey {
  letter: string;
  label: string;
}

/** Every key there is, on one sheet. */
export function KeySheet({ opened, onClose, places }: { opened: boolean; onClose: () => void; places: GoKey[] }) {
  const { general } = useMessages();
  const words = general.keys;
  const rows: [keys: string[], means: string][] = [
    [['j'], words.next],
    [['k'], words.previous],
    [['Enter'], words.open],
    [['a'], words.act],
    [['r'], words.reply],
    ...places.map((place): [string[], string] => [['g', place.letter], words.goTo({ place: place.label })]),
    [['?'], words.help],
    [['Esc'], words.close],
  ];
  return (
    <Dialog opened={opened} onClose={onClose} title={words.title}>
      <dl className={style.keys}>
        {rows.map(([keys, means]) => (
          <div key={means}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && ` ${words.andThen} `}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
