import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Item, Level } from '../../../server/features/needs/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { disclose } from './api.ts';
import { ItemBody } from './item-body.tsx';
import { levels } from './lists.ts';
import style from './needs.module.css';

interface DiscloseFormProps {
  organization: string;
  partnership: string;
  partner: string;
  item: Item;
  level: Level;
  onDone: () => void;
}

/** How much one partner is told of one item, with exactly what they will read. */
export function DiscloseForm({ organization, partnership, partner, item, level, onDone }: DiscloseFormProps) {
  const { needs, general } = useMessages();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState(level);
  const telling = useMutation({
    mutationFn: () => disclose(organization, partnership, item.id, wanted),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organizations', organization] });
      onDone();
    },
  });
  return (
    <Form onSubmit={() => telling.mutate()}>
      <Choice
        legend={needs.tell.legend({ partner })}
        options={levels.map((each) => ({ key: each, label: needs.levels[each] }))}
        value={wanted}
        onChange={setWanted}
      />
      <div className={style.preview}>
        <p className={style.hint}>
          {wanted === 'hidden' ? needs.tell.nothing({ partner }) : needs.tell.reads({ partner })}
        </p>
        {wanted === 'counted' && <p>{needs.tell.counted[item.nature]}</p>}
        {(wanted === 'titled' || wanted === 'full') && (
          <ItemBody
            item={
              wanted === 'full'
                ? item
                : {
                    ...item,
                    detail: null,
                    skills: [],
                    amount: null,
                    startsOn: null,
                    endsOn: null,
                    urgency: null,
                    owner: null,
                  }
            }
          />
        )}
      </div>
      {telling.error && <ErrorNote error={telling.error} />}
      <Buttons>
        <Button type="submit" kind="act" busy={telling.isPending} disabled={wanted === level}>
          {wanted === 'hidden' ? needs.tell.takeBack : needs.tell.send({ partner })}
        </Button>
        <Button kind="no" onClick={onDone}>
          {general.actions.cancel}
        </Button>
      </Buttons>
    </Form>
  );
}
