import { useMessages } from '../locale.tsx';
import { Dialog } from './dialog.tsx';
import { pageKeys } from './page-keys.ts';
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
    [['Ctrl+K'], words.search],
    [['/'], words.searchToo],
    [['?'], words.help],
    [['Esc'], words.close],
  ];
  const page = pageKeys();
  return (
    <Dialog opened={opened} onClose={onClose} title={words.title}>
      {page && (
        <>
          <h3>{page.title}</h3>
          <Rows rows={page.rows} joint=" " />
          <h3>{words.everywhere}</h3>
        </>
      )}
      <Rows rows={rows} joint={` ${words.andThen} `} />
    </Dialog>
  );
}

function Rows({ rows, joint }: { rows: [keys: string[], means: string][]; joint: string }) {
  return (
    <dl className={style.keys}>
      {rows.map(([keys, means]) => (
        <div key={means}>
          <dt>
            {keys.map((key, index) => (
              <span key={key}>
                {index > 0 && joint}
                <kbd>{key}</kbd>
              </span>
            ))}
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}
