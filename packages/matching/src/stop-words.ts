import { folded, stemOf } from './fold.ts';

const ENGLISH = `a about above after again all also am an and any are as at be because been before being between both but by can
could did do does doing down during each either etc every few for from further get give given gives had has have having he help helps her here hers him his
how however i if in into is it its itself just kind let like looking make makes many may me might more most much must my need needed needs
new no nor not now of off offer offered offers often on once one only or other our ours out over own per please provide same search searching seek seeking several shall she should
since so some such take than that the their theirs them then there these they this those through thus to too under until up upon us
use used using very via want wants was we were what when where whether which while who whom whose why will with within without would year years you your yours`;

const SPANISH = `a ademas al algo algun alguna algunas alguno algunos ambos ante antes aquel aquella aquellas aquellos aqui asi aun aunque bajo bien busca buscamos buscan
buscar cada casi como con contra cual cuales cualquier cuando cuanto da dan dar de del desde donde durante e el ella ellas ellos en entre era eran es esa esas ese eso esos
esta estan estar estas este esto estos fue fueron gran ha hace hacer hacia han hasta hay la las le les lo los mas me mi mientras mis mucha muchas mucho
muchos muy nada necesidad necesita necesitamos necesitan necesitar ni no nos nosotros nuestra nuestras nuestro nuestros o ofrece ofrecemos ofrecen ofrecer oferta ofertas os otra otras otro otros para pero poco por porque puede pueden pues que quien quienes
se sea sean ser si sido sin sobre son su sus tal tambien tan tanto te tener tenemos tiene tienen toda todas todo todos tras tu tus un una unas uno unos usa
usar vosotros vuestra vuestras vuestro vuestros y ya yo ano anos`;

/** Stems of words that say nothing about what is needed or offered. */
export const stopStems: ReadonlySet<string> = new Set(
  `${ENGLISH} ${SPANISH}`.split(/\s+/).flatMap((word) => [word, stemOf(folded(word))]),
);
