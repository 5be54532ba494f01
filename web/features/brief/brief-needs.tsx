import type { Brief } from '../../../server/features/brief/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { Go } from '../../ui/go.tsx';
import style from './brief.module.css';

interface PartProps {
  slug: string;
  partnership: string;
  brief: Brief;
}

/** What both sides need and offer, a line each. */
export function BriefNeeds({ slug, partnership, brief: known }: PartProps) {
  const { brief, needs } = useMessages();
  const { ours, theirs, understood } = known.needs;
  const more = (nature: 'need' | 'offer') => (nature === 'need' ? theirs.counted.needs : theirs.counted.offers);
  const lines = (nature: 'need' | 'offer') => [
    ...theirs.disclosed.filter((one) => one.nature === nature).map(({ id, title }) => ({ id, title, known: '' })),
    ...understood
      .filter((one) => one.nature === nature)
      .map(({ id, title, answer, certainty }) => ({
        id,
        title: answer?.correction ?? title,
        known: answer ? needs.answers[answer.verdict] : needs.certainties[certainty ?? 'heard'],
      })),
  ];
  const own = (nature: 'need' | 'offer') =>
    ours
      .filter((one) => one.nature === nature)
      .map(({ id, title, disclosures }) => ({
        id,
        title,
        known: needs.levelsShort[disclosures[0]?.level ?? 'hidden'],
      }));
  const column = (head: string, items: { id: string; title: string; known: string }[], hidden?: string) => (
    <div>
      <h4>{head}</h4>
      {items.length === 0 && !hidden && <p className={style.hint}>{brief.none}</p>}
      <ul className={style.list}>
        {items.map((item) => (
          <li key={item.id} dir="auto">
            {item.title} {item.known && <span className={style.hint}>({item.known})</span>}
          </li>
        ))}
      </ul>
      {hidden && <p className={style.hint}>{hidden}</p>}
    </div>
  );
  const counted = (nature: 'need' | 'offer') =>
    more(nature) > 0 ? needs.room.more[nature]({ n: more(nature), partner: known.partner.name }) : undefined;
  return (
    <>
      <section>
        <h3>
          <Go href={paths.roomNeeds(slug, partnership)}>{brief.theirs({ partner: known.partner.name })}</Go>
        </h3>
        <div className={style.two}>
          {column(needs.room.natures.need, lines('need'), counted('need'))}
          {column(needs.room.natures.offer, lines('offer'), counted('offer'))}
        </div>
      </section>
      <section>
        <h3>{brief.ours}</h3>
        <div className={style.two}>
          {column(needs.own.natures.need, own('need'))}
          {column(needs.own.natures.offer, own('offer'))}
        </div>
      </section>
    </>
  );
}
