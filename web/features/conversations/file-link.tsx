import { useState } from 'react';
import { sizeSaid } from '../../../messages/format.ts';
import type { FileShape } from '../../../server/features/files/schema.ts';
import { asProblem } from '../../api/problem.ts';
import { useLocale } from '../../locale.tsx';
import { FileIcon } from '../../ui/icons.tsx';
import { useConversation } from './context.tsx';
import style from './history.module.css';

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file of the room. Where its address alone does not open it (guests), it is fetched and saved. */
export function FileLink({ file }: { file: FileShape }) {
  const { api } = useConversation();
  const { locale, messages } = useLocale();
  const [failed, setFailed] = useState<string>();
  const words = messages.talk.history.download({ name: file.name, size: sizeSaid(file.size, locale) });
  if (api.fileUrl) {
    return (
      <a className={style.file} href={api.fileUrl(file.id)} download={file.name}>
        <FileIcon />
        {words}
      </a>
    );
  }
  const fetchIt = () => {
    setFailed(undefined);
    api.fetchFile?.(file.id).then(
      (blob) => save(blob, file.name),
      (error: unknown) =>
        setFailed(messages.errors.codes[asProblem(error).code]?.title ?? messages.errors.codes.internal.title),
    );
  };
  return (
    <>
      <button type="button" className={style.file} onClick={fetchIt}>
        <FileIcon />
        {words}
      </button>
      {failed && <span role="alert">{failed}</span>}
    </>
  );
}
