import type { claim as english } from '../en/claim.ts';

export const claim: typeof english = {
  title: (p) => `Una casa para ${p.organization}`,
  lead: (p) => `${p.who} os ofrece la parte de ${p.organization} en lo que hacéis entre los dos.`,
  leadBetween: (p) =>
    `${p.who} lleva un registro de lo que hacen juntos ${p.organization} y ${p.partner}, y os ofrece vuestra parte.`,
  taken: {
    title: 'Lo que pasa a ser vuestro',
    log: 'Todas las conversaciones hasta ahora: lo pedido, prometido, entregado y aceptado, con sus fechas.',
    talk: 'La charla y los ficheros de la sala.',
    people: 'Vuestras propias personas, tal como se anotaron.',
    recorded: (p) =>
      `Lo que ${p.partner} anotó en vuestro nombre sigue marcado así. Podéis confirmarlo o decir que no fue así.`,
  },
  apart: {
    title: 'Lo que queda aparte',
    theirs: (p) => `${p.partner} conserva sus notas; vosotros nunca las veis.`,
    yours: (p) => `Vuestras notas son vuestras; ${p.partner} nunca las ve.`,
    others: 'Ni vuestros otros socios ni los suyos ven nada de esta sala.',
  },
  consents: 'Las dos partes de acuerdo',
  theirConsent: (p) =>
    `${p.who} ha dado el sí: desde entonces ya no anotan nada por vosotros y los enlaces antiguos dejan de servir.`,
  ourConsent: (p) =>
    `Doy el sí por ${p.organization}: aquí hablamos en nuestro propio nombre, y lo que hacen ambas partes lo ven ambas.`,
  ourConsentAny:
    'Doy el sí por mi organización: aquí hablamos en nuestro propio nombre, y lo que hacen ambas partes lo ven ambas.',
  consentMissing: 'Hace falta el sí de las dos partes: marca esto para darlo por la tuya.',
  as: '¿Como qué organización?',
  fresh: 'Una organización nueva',
  organizationName: 'Nombre de la organización',
  domain: 'Dominio web',
  take: 'Hacernos cargo de nuestra parte',
  who: '¿Quién eres?',
  forEmail: (p) => `La oferta es para ${p.email}.`,
  accountExists: (p) => `${p.email} ya tiene cuenta aquí: entra primero con ella.`,
  signedInAs: (p) => `Has entrado como ${p.name}.`,
  until: (p) => `La oferta vale hasta ${p.date}. También puedes no hacer nada: entonces todo sigue como está.`,
  done: (p) => `${p.organization} habla ahora en su propio nombre.`,
};
