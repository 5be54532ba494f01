import { Go } from '../../ui/go.tsx';
import style from './back-link.module.css';

/** The way up from a page, above its title; tall enough for a thumb. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Go href={href} className={style.back}>
      {children}
    </Go>
  );
}
