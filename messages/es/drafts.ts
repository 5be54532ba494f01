import type { nudgeSubjects as englishSubjects, starterDrafts as english } from '../en/drafts.ts';

/** Los borradores que vienen con el producto, para que una persona los lea, los cambie y los envíe. */
export const starterDrafts: Record<keyof typeof english, string> = {
  progress: `Hola, {nombre}:

¿Cómo va «{asunto}»? Basta con una línea. Si algo lo frena, o si os debemos algo para ello, dímelo y lo atiendo hoy mismo.

Un saludo,
{remitente}
{organización}`,
  overdue: `Hola, {nombre}:

Me acuerdo de «{asunto}», que teníamos previsto para el {día}. Los planes cambian: ¿os viene mejor otro día, o una parte más pequeña? Si ya no encaja, decidlo con toda libertad. Preferimos saberlo a esperar.

Un saludo,
{remitente}
{organización}`,
  cadence: `Hola, {nombre}:

Hablamos por última vez el {día} y me gustaría saber cómo van las cosas en {socio}. ¿Qué os ocupa ahora mismo? ¿Hay algo en lo que podamos ser útiles?

Con gusto paso a veros, o llamo, lo que prefiráis. ¿Cuándo sería buen momento?

Un saludo,
{remitente}
{organización}`,
  first: `Hola, {nombre}:

Todavía no hemos hablado y me gustaría que eso cambiara. ¿Qué os ocupa ahora mismo en {socio}? ¿Hay algo en lo que podamos ser útiles?

Con gusto paso a veros, o llamo, lo que prefiráis. ¿Cuándo sería buen momento?

Un saludo,
{remitente}
{organización}`,
  pair: `Hola, {nombre}:

No sabemos el uno del otro desde el {día}. ¿Qué tal te va? Tengo media hora esta semana o la próxima, si te apetece hablar, de nuestro trabajo juntos o de cualquier otra cosa.

Un saludo,
{remitente}`,
  readback: `Hola, {nombre}:

Hace un tiempo, el {día}, te escribí cómo habíamos entendido lo que nos contasteis. ¿Lo entendimos bien? Cambia lo que no sea como lo dijisteis: son unos minutos, y no damos nada por hecho hasta que lo hayáis dicho.

Un saludo,
{remitente}
{organización}`,
  thanks: `Hola, {nombre}:

Gracias por vuestro tiempo el {día}, y por contarnos con tanta franqueza cómo están las cosas en {socio}. En breve tendréis de nosotros cómo lo hemos entendido, para que corrijáis lo que no sea así.

Un saludo,
{remitente}
{organización}`,
  heard: `Hola, {nombre}:

Estoy escribiendo cómo entendimos lo que nos contasteis el {día}. Lo tendréis en breve, para que corrijáis lo que no sea así. ¿Hay algo que queráis añadir antes?

Un saludo,
{remitente}
{organización}`,
};

/** Cómo se llama un hilo que empieza con un borrador. */
export const nudgeSubjects: Record<keyof typeof englishSubjects, string> = {
  progress: 'Cómo van las cosas',
  overdue: 'Lo que esperamos',
  cadence: '¿Qué tal os va?',
  first: 'Para conocernos',
  pair: 'Entre nosotros dos',
  readback: 'Cómo os entendimos',
  thanks: 'Gracias por la conversación',
  heard: 'Lo que nos contasteis',
};
