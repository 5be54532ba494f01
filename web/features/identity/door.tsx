import { useEffect, type ReactNode } from 'react';
import { useMessages } from '../../locale.tsx';
import { BareShell } from '../../ui/shell.tsx';
import style from './door.module.css';
import { LanguageLinks } from './language-links.tsx';

/** A page at the door: the mark, a title, and one thing to do. */
export function Door({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string;
  lead?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { general } = useMessages();
  useEffect(() => {
    document.title = `${title} · ${general.product}`;
  }, [title, general.product]);
  return (
    <BareShell aside={<LanguageLinks />}>
      <div className={wide ? `${style.door} ${style.wide}` : style.door}>
        <div className={style.head}>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {children}
      </div>
    </BareShell>
  );
}
