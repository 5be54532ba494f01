import type { draftBlanks as english } from '../en/draft-blanks.ts';

/** Con qué se puede rellenar un borrador, tal como se escribe entre llaves en este idioma. */
export const draftBlanks: Record<keyof typeof english, string> = {
  name: 'nombre',
  partner: 'socio',
  sender: 'remitente',
  organization: 'organización',
  subject: 'asunto',
  day: 'día',
};

/** What a draft is shown with, where nothing real is known. */
export const draftExample = { name: 'Marta Gil', partner: 'Taller del Norte', subject: 'Doce plazas de prácticas' };
