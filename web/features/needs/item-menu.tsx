import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeItem, Item } from '../../../server/features/needs/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import style from './needs.module.css';
import { changeItem, dropItem } from './api.ts';
import { ItemForm } from './item-form.tsx';

/** What can be done with an item of our book. */
export function ItemMenu({ organization, item }: { organization: string; item: Item }) {
  const { needs, general } = useMessages();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'change' | 'drop'>();
  const again = () => queries.invalidateQueries({ queryKey: ['organizations', organization] });
  const changing = useMutation({
    mutationFn: (change: ChangeItem) => changeItem(organization, item.id, change),
    onSuccess: again,
    onError: () => toast(needs.menu.failed),
  });
  const dropping = useMutation({
    mutationFn: () => dropItem(organization, item.id),
    onSuccess: async () => {
      setOpen(undefined);
      await again();
    },
  });
  if (!item.may.change) return null;
  const to = (status: Item['status']) => ({ label: needs.menu.to[status], onPress: () => changing.mutate({ status }) });
  return (
    <>
      <div className={style.menu}>
        <Menu
          position="bottom-end"
          groups={[
            { entries: [{ label: general.actions.edit, onPress: () => setOpen('change') }] },
            { entries: (['open', 'met', 'withdrawn'] as const).filter((each) => each !== item.status).map(to) },
            { entries: [{ label: needs.menu.drop, onPress: () => setOpen('drop') }] },
          ]}
        >
          <IconButton aria-label={needs.menu.label({ title: item.title })}>
            <MoreIcon />
          </IconButton>
        </Menu>
      </div>
      <Dialog opened={open === 'change'} onClose={() => setOpen(undefined)} title={needs.change[item.nature]}>
        <ItemForm
          organization={organization}
          nature={item.nature}
          item={item}
          {...(item.about && { about: item.about })}
          onDone={() => setOpen(undefined)}
        />
      </Dialog>
      <Dialog opened={open === 'drop'} onClose={() => setOpen(undefined)} title={needs.menu.dropTitle}>
        <p>{needs.menu.dropText({ title: item.title })}</p>
        {dropping.error && <ErrorNote error={dropping.error} />}
        <Buttons>
          <Button kind="act" busy={dropping.isPending} onClick={() => dropping.mutate()}>
            {needs.menu.drop}
          </Button>
          <Button kind="no" onClick={() => setOpen(undefined)}>
            {general.actions.cancel}
          </Button>
        </Buttons>
      </Dialog>
    </>
  );
}
