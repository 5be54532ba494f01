import { plural } from '../format.ts';
import type { ring as english } from '../en/ring.ts';

export const ring: typeof english = {
  open: {
    nothing: 'Aún no se ha pedido nada',
    prepared: 'Se está hablando',
    agreed: 'Prometido',
    done: 'Hecho, aún sin aceptar',
    accepted: 'Aceptado',
  },
  closed: 'Aceptado: el círculo está cerrado',
  broken: 'Roto: la promesa no se cumplió',
  repaired: 'Se rompió y se reparó',
  faded: 'Terminó sin culpa de nadie',
  move: { ours: 'nos toca', theirs: 'les toca', both: 'toca a los dos lados' },
  named: (p) => `le toca a ${p.partner}`,
  withMove: (p) => `${p.says}; ${p.move}`,
  cluster: (p) => `Anillos de ${p.n}: ${p.parts}`,
  clusterEmpty: 'Todavía no hay conversaciones',
  clusterPart: {
    open: (p) => `${p.n} ${plural(p.n, 'abierto', 'abiertos')}`,
    closed: (p) => `${p.n} ${plural(p.n, 'aceptado', 'aceptados')}`,
    broken: (p) => `${p.n} ${plural(p.n, 'roto', 'rotos')}`,
    repaired: (p) => `${p.n} ${plural(p.n, 'reparado', 'reparados')}`,
    faded: (p) => `${p.n} ${plural(p.n, 'terminado', 'terminados')} sin culpa`,
  },
  exchange: (p) => `Intercambio. Un lado: ${p.one}. A cambio: ${p.other}.`,
};
