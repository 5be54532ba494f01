import type { ButtonHTMLAttributes } from 'react';
import style from './icon-button.module.css';

/** A button that shows only a sign, as large as a finger: what it does is said by its label. */
export function IconButton({
  type = 'button',
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { 'aria-label': string }) {
  return <button type={type} className={style.button} {...rest} />;
}
