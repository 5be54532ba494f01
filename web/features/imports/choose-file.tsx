import { useRef, useState, type DragEvent } from 'react';
import { exampleFile } from '../../../messages/import-example.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { Progress } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import style from './imports.module.css';
import { type Sending, useSendFile } from './use-send-file.ts';

interface ChooseFileProps {
  organization: OurOrganization;
  /** Told the import that the server made of the file. */
  onArrived: (id: string) => void;
}

/** A place to drop or choose a file; it is sent at once, and opened when it has arrived. */
export function ChooseFile({ organization, onArrived }: ChooseFileProps) {
  const { choose: words } = useMessages().imports;
  const { sending, refused, error, choose } = useSendFile(organization.id, onArrived);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  };
  return (
    <Section title={words.title}>
      {/* Dropping is a convenience; the button does the same. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        aria-label={words.drop}
        className={`${style.drop} ${over ? style.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending ? <OnItsWay sending={sending} /> : <Chooser onChosen={choose} />}
        <p className={style.soft}>{words.hint}</p>
      </section>
      {refused && (
        <p role="alert" className={style.fault}>
          {refused}
        </p>
      )}
      {error && <ErrorNote error={error} />}
      <Example organization={organization} />
    </Section>
  );
}

function Chooser({ onChosen }: { onChosen: (file: File | undefined) => void }) {
  const { choose: words } = useMessages().imports;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.gz,.tsv,.txt,text/csv,application/gzip"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={words.button}
        onChange={(event) => {
          onChosen(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <p className={style.dropWords}>
        <FileIcon size={22} /> {words.drop}
      </p>
      <Button kind="act" onClick={() => input.current?.click()}>
        {words.button}
      </Button>
    </>
  );
}

function OnItsWay({ sending: { name, share, stop } }: { sending: Sending }) {
  const { choose: words } = useMessages().imports;
  return (
    <>
      <Progress share={share}>
        {share < 1 ? words.sending({ name, percent: Math.round(share * 100) }) : words.reading({ name })}
      </Progress>
      <Button kind="no" onClick={() => stop.abort()}>
        {words.stop}
      </Button>
    </>
  );
}

function Example({ organization }: { organization: OurOrganization }) {
  const { choose: words, example } = useMessages().imports;
  const download = () => {
    const address = URL.createObjectURL(new Blob([exampleFile(organization.name, example)], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = words.exampleName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <div className={style.stack}>
      <div>
        <Button kind="quiet" onClick={download}>
          <FileIcon /> {words.example}
        </Button>
        <p className={style.soft}>{words.exampleHint({ name: organization.name })}</p>
      </div>
      <details>
        <summary>{words.command}</summary>
        <p className={style.soft}>{words.commandHint}</p>
        <pre className={style.command}>
          <code>{`npx entente import commitments FILE.csv --organization ${organization.slug}`}</code>
        </pre>
      </details>
    </div>
  );
}
