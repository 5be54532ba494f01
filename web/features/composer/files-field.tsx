import { useId, useRef, useState } from 'react';
import { sizeSaid } from '../../../messages/format.ts';
import { useLocale } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { Progress } from '../../ui/loading.tsx';
import { useConversation } from '../conversations/context.tsx';
import type { FileValue } from './values.ts';
import style from './composer.module.css';

const LARGEST = 25 * 1024 * 1024;

interface Sending {
  key: number;
  name: string;
  share: number;
  stop: AbortController;
}

export interface FilesFieldProps {
  label: string;
  labelHidden?: boolean;
  files: readonly FileValue[];
  /** Told how to change the present list: uploads end in any order. */
  onChange: (change: (files: readonly FileValue[]) => FileValue[]) => void;
}

/** Files, sent as soon as they are chosen, each with how far it has come. */
export function FilesField({ label, labelHidden, files, onChange }: FilesFieldProps) {
  const { api } = useConversation();
  const { locale, messages } = useLocale();
  const words = messages.composer.fields;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);

  const send = async (file: File, key: number) => {
    const stop = new AbortController();
    setSending((now) => [...now, { key, name: file.name, share: 0, stop }]);
    const onProgress = (share: number) =>
      setSending((now) => now.map((each) => (each.key === key ? { ...each, share } : each)));
    try {
      const stored = await api.upload(file, { onProgress, signal: stop.signal });
      onChange((now) => [...now, { id: stored.id, name: stored.name, media: stored.media, size: stored.size }]);
    } catch {
      if (!stop.signal.aborted) setFaults((now) => [...now, words.uploadFailed({ name: file.name })]);
    } finally {
      setSending((now) => now.filter((each) => each.key !== key));
    }
  };
  const choose = (list: FileList | null) => {
    setFaults([]);
    for (const [at, file] of [...(list ?? [])].entries()) {
      if (file.size > LARGEST) setFaults((now) => [...now, words.tooLarge({ name: file.name })]);
      else if (file.size === 0) setFaults((now) => [...now, words.emptyFile({ name: file.name })]);
      else void send(file, performance.now() + at);
    }
    if (input.current) input.current.value = '';
  };
  return (
    <div className={style.files}>
      {!labelHidden && <span className={style.label}>{label}</span>}
      <input
        ref={input}
        id={id}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => choose(event.currentTarget.files)}
      />
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <FileIcon /> {file.name} <span className={style.soft}>{sizeSaid(file.size, locale)}</span>
            <button
              type="button"
              className={style.inline}
              aria-label={words.removeFile({ name: file.name })}
              onClick={() => onChange((now) => now.filter((each) => each.id !== file.id))}
            >
              {messages.general.actions.remove}
            </button>
          </li>
        ))}
        {sending.map((each) => (
          <li key={each.key}>
            <Progress share={each.share}>
              {words.uploading({ name: each.name, percent: Math.round(each.share * 100) })}
            </Progress>
            <button
              type="button"
              className={style.inline}
              aria-label={words.cancelUpload({ name: each.name })}
              onClick={() => each.stop.abort()}
            >
              {messages.general.actions.cancel}
            </button>
          </li>
        ))}
      </ul>
      {faults.map((fault) => (
        <p key={fault} role="alert" className={style.fault}>
          {fault}
        </p>
      ))}
      <Button kind="quiet" onClick={() => input.current?.click()}>
        <FileIcon /> {words.addFile}
      </Button>
      <span className={style.soft}>{words.filesHint}</span>
    </div>
  );
}
