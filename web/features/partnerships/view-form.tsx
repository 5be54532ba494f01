import { Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Look, View } from '../../../server/features/stages/schema-views.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Form } from '../../ui/form.tsx';
import { announce } from '../../ui/toast.tsx';
import { addView, changeView, viewsKey } from './api.ts';
import { SendRow } from './send-row.tsx';
import { TextInput } from './text-input.tsx';

interface ViewFormProps {
  organization: OurOrganization;
  look: Look;
  /** Absent: a new one. */
  view?: View | undefined;
  onDone: (view: View) => void;
  onCancel: () => void;
}

/** A view's name, who sees it, and whether Partners begins with it. */
export function ViewForm({ organization, look, view, onDone, onCancel }: ViewFormProps) {
  const { views, general } = useMessages();
  const words = views.form;
  const queries = useQueryClient();
  const [title, setTitle] = useState(view?.title ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [opens, setOpens] = useState(view?.opens ?? false);
  const [tried, setTried] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      view
        ? changeView(organization.id, view.id, { title, shared, ...(opens !== view.opens && { opens }) })
        : addView(organization.id, { title, look, shared, opens }),
    onSuccess: async (kept) => {
      await queries.invalidateQueries({ queryKey: viewsKey(organization.id) });
      announce(views.kept);
      onDone(kept);
    },
  });
  const send = () => (title.trim() ? saving.mutate() : setTried(true));
  return (
    <Form onSubmit={send}>
      <TextInput
        first
        label={words.name}
        example={words.nameExample}
        value={title}
        longest={100}
        error={tried && !title.trim() ? words.nameMissing : undefined}
        onChange={setTitle}
      />
      <Checkbox
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
        label={words.shared}
        description={words.sharedHint({ organization: organization.name })}
      />
      <Checkbox
        checked={opens}
        onChange={(event) => setOpens(event.currentTarget.checked)}
        label={words.opens}
        description={words.opensHint}
      />
      <SendRow label={view ? general.actions.save : words.keep} sending={saving} onCancel={onCancel} />
    </Form>
  );
}
