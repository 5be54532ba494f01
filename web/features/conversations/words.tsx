import type { FileShape } from '../../../server/features/files/schema.ts';
import { useMessages } from '../../locale.tsx';
import { useConversation } from './context.tsx';
import { linkify } from './linkify.ts';
import { FileLink } from './file-link.tsx';
import style from './history.module.css';

/** Plain words with their web addresses open to press. */
export function Words({ text }: { text: string }) {
  return linkify(text).map((piece, index) =>
    piece.href ? (
      <a key={index} href={piece.href} target="_blank" rel="noreferrer noopener nofollow">
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
}

/** The words behind a commitment; says so where they were erased. */
export function Said({ commit, className }: { commit: string | undefined; className?: string }) {
  const { page } = useConversation();
  const { talk } = useMessages();
  const content = commit === undefined ? undefined : page.texts[commit];
  if (!content) return null;
  if (content.erased) return <em className={style.erased}>{talk.history.erased}</em>;
  if (content.text === undefined) return null;
  return (
    <p className={className ?? style.words}>
      <Words text={content.text} />
    </p>
  );
}

/** Files behind commitments, each to be opened. */
export function Files({ commits }: { commits: readonly string[] | undefined }) {
  const { page } = useConversation();
  const files = (commits ?? []).flatMap((commit) => {
    const file = page.texts[commit]?.file;
    return file ? [file] : [];
  });
  return <FileList files={files} />;
}

/** Files of the room, each to be opened. */
export function FileList({ files }: { files: readonly FileShape[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={style.files}>
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
}
