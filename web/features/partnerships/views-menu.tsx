import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Look, View } from '../../../server/features/stages/schema-views.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChevronIcon } from '../../ui/icons.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { withQuery } from '../../ui/query-string.ts';
import { announce } from '../../ui/toast.tsx';
import { changeView, dropView, viewsKey } from './api.ts';
import { lookQuery, sameLook } from './look.ts';
import { ViewForm } from './view-form.tsx';

interface ViewsMenuProps {
  organization: OurOrganization;
  look: Look;
  views: View[];
  /** The view that was opened; the look may differ from it meanwhile. */
  opened: View | undefined;
  /** The address is to name another view, or none. */
  onOpened: (view: string | undefined) => void;
}

/** The address of a view: everything it shows, and its name in the menu. */
export function viewAddress(slug: string, view: View): string {
  return withQuery(paths.partners(slug), '', { ...lookQuery(view.look), view: view.id });
}

/** The views one kept and those colleagues share; keeping, changing and deleting them. */
export function ViewsMenu({ organization, look, views, opened, onOpened }: ViewsMenuProps) {
  const { views: words } = useMessages();
  const { menu } = words;
  const me = usePerson();
  const queries = useQueryClient();
  const [form, setForm] = useState<'new' | 'change'>();
  const again = () => queries.invalidateQueries({ queryKey: viewsKey(organization.id) });
  const keeping = useMutation({
    mutationFn: (view: View) => changeView(organization.id, view.id, { look }),
    onSuccess: async () => {
      await again();
      announce(words.kept);
    },
  });
  const dropping = useMutation({
    mutationFn: (view: View) => dropView(organization.id, view.id),
    onSuccess: async () => {
      onOpened(undefined);
      await again();
      announce(words.removed);
    },
  });
  const changed = opened && opened.may.change && !sameLook(opened.look, look);
  const actions: MenuEntry[] = [
    ...(changed ? [{ label: menu.keepChanges({ title: opened.title }), onPress: () => keeping.mutate(opened) }] : []),
    { label: menu.keep, onPress: () => setForm('new') },
    ...(opened?.may.change
      ? [
          { label: menu.change({ title: opened.title }), onPress: () => setForm('change') },
          { label: menu.remove({ title: opened.title }), onPress: () => dropping.mutate(opened) },
        ]
      : []),
  ];
  const kept: MenuEntry[] = [
    { label: menu.plain, href: `${paths.partners(organization.slug)}?as=list`, current: !opened },
    ...views.map((view) => ({
      label: view.person.personId === me.id ? view.title : `${view.title} (${menu.shared({ name: view.person.name })})`,
      href: viewAddress(organization.slug, view),
      current: view.id === opened?.id,
    })),
  ];
  return (
    <>
      <Menu groups={[{ label: menu.own, entries: kept }, { entries: actions }]} position="bottom-end">
        <Button kind="plain">
          {opened?.title ?? menu.title} <ChevronIcon />
        </Button>
      </Menu>
      <Dialog
        opened={form !== undefined}
        onClose={() => setForm(undefined)}
        title={form === 'change' ? words.form.changeTitle : words.form.keepTitle}
      >
        {form && (
          <ViewForm
            organization={organization}
            look={look}
            view={form === 'change' ? opened : undefined}
            onDone={(view) => {
              setForm(undefined);
              onOpened(view.id);
            }}
            onCancel={() => setForm(undefined)}
          />
        )}
      </Dialog>
    </>
  );
}
