import { useId, useRef } from 'react';
import { sizeSaid } from '../../../messages/format.ts';
import { useLocale } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { Progress } from '../../ui/loading.tsx';
import { Fault } from '../../ui/fault.tsx';
import { useUploads } from './use-uploads.ts';
import type { FileValue } from './values.ts';
import style from './composer.module.css';

export interface FilesFieldProps {
  label: string;
  labelHidden?: boolean;
  files: readonly FileValue[];
  /** Told how to change the present list: uploads end in any order. */
  onChange: (change: (files: readonly FileValue[]) => FileValue[]) => void;
}

/** Files, sent as soon as they are chosen, each with how far it has come. */
export function FilesField({ label, labelHidden, files, onChange }: FilesFieldProps) {
  const { locale, messages } = useLocale();
  const words = messages.composer.fields;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { sending, faults, choose } = useUploads((file) => onChange((now) => [...now, file]));
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
        onChange={(event) => {
          choose([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
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
        <Fault key={fault} alert>
          {fault}
        </Fault>
      ))}
      <Button kind="quiet" onClick={() => input.current?.click()}>
        <FileIcon /> {words.addFile}
      </Button>
      <span className={style.soft}>{words.filesHint}</span>
    </div>
  );
}
