import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Disclosed, Told } from '../../../server/features/needs/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';
import { endDisclosure } from './api.ts';
import { ItemBody } from './item-body.tsx';
import { natures } from './lists.ts';
import style from './needs.module.css';

interface ToldItemsProps {
  told: Told;
  partner: string;
  /** Members may end what they were told; a guest only reads. */
  place?: { organization: string; partnership: string };
}

/** What the other side told of its needs and offers, and of how many more it told only the number. */
export function ToldItems({ told, partner, place }: ToldItemsProps) {
  const { needs } = useMessages();
  const { disclosed, counted } = told;
  if (disclosed.length === 0 && counted.needs + counted.offers === 0)
    return <p className={style.hint}>{needs.room.toldNothing({ partner })}</p>;
  return (
    <div className={style.columns}>
      {natures.map((nature) => {
        const more = nature === 'need' ? counted.needs : counted.offers;
        return (
          <div key={nature} className={style.column}>
            <h3>{needs.room.natures[nature]}</h3>
            <ul className={style.items}>
              {disclosed
                .filter((item) => item.nature === nature)
                .map((item) => (
                  <li key={item.id} className={style.item} data-item>
                    <ItemBody item={item} />
                    <p className={style.telling}>
                      {item.level === 'titled' && <span className={style.facts}>{needs.room.titledOnly}</span>}
                      {place && <EndDisclosure place={place} item={item} />}
                    </p>
                  </li>
                ))}
            </ul>
            {more > 0 && <p className={style.facts}>{needs.room.more[nature]({ n: more, partner })}</p>}
          </div>
        );
      })}
    </div>
  );
}

function EndDisclosure({ place, item }: { place: NonNullable<ToldItemsProps['place']>; item: Disclosed }) {
  const { needs } = useMessages();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endDisclosure(place.organization, place.partnership, item.id),
    onSuccess: async () => {
      toast(needs.room.ended);
      await queries.invalidateQueries({ queryKey: ['organizations', place.organization] });
    },
    onError: () => toast(needs.menu.failed),
  });
  return (
    <Button
      kind="quiet"
      busy={ending.isPending}
      onClick={() => ending.mutate()}
      aria-label={needs.room.endLabel({ title: item.title })}
    >
      {needs.room.end}
    </Button>
  );
}
