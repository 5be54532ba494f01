import type { guest as english } from '../en/guest.ts';

export const guest: typeof english = {
  quietHome: '¿Quieres tener aquí tu propia casa?',
};
