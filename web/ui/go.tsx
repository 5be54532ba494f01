import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

export interface GoProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
}

/** A link to a place of this site: a real address, opened without reloading, its code fetched when the pointer or focus nears it. */
export function Go({ href, onClick, children, ...rest }: GoProps) {
  const router = useRouter();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || rest.target) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  const near = () => void router.preloadRoute({ to: href.split('?')[0] }).catch(() => undefined);
  return (
    <a href={href} onClick={open} onMouseEnter={near} onFocus={near} {...rest}>
      {children}
    </a>
  );
}
