import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Item, ItemKind, Nature } from '../../../server/features/needs/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { peopleQuery } from '../organizations/api.ts';
import { SkillsField } from '../skills/skills-field.tsx';
import { addItem, changeItem } from './api.ts';
import { draftOf, finishItem, itemChange, type ItemDraft, type ItemProblem, newItem } from './item-value.ts';
import { itemKinds, urgencies } from './lists.ts';
import style from './needs.module.css';

/** As many as an item may name. */
const MOST_SKILLS = 40;

interface ItemFormProps {
  organization: string;
  nature: Nature;
  item?: Item;
  /** The partnership whose need or offer it is, as we understand it. */
  about?: string;
  onDone: () => void;
}

/** A need or an offer, written down or corrected. */
export function ItemForm({ organization, nature, item, about, onDone }: ItemFormProps) {
  const { needs, general } = useMessages();
  const { form } = needs;
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(nature, item));
  const [problem, setProblem] = useState<ItemProblem>();
  const put = (part: Partial<ItemDraft>) => setDraft((before) => ({ ...before, ...part }));
  const saving = useMutation({
    mutationFn: async (fields: Exclude<ReturnType<typeof finishItem>, ItemProblem>) => {
      if (item) await changeItem(organization, item.id, itemChange(draft, fields, item));
      else await addItem(organization, newItem(draft, fields, about));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['organizations', organization] });
      onDone();
    },
  });
  const save = () => {
    const finished = finishItem(draft);
    if (typeof finished === 'string') return setProblem(finished);
    setProblem(undefined);
    saving.mutate(finished);
  };
  return (
    <Form onSubmit={save}>
      <What organization={organization} draft={draft} put={put} problem={problem} theirs={about !== undefined} />
      <Frame draft={draft} put={put} problem={problem} />
      {about ? (
        <Choice
          legend={form.certainty}
          options={[
            { key: 'heard', label: form.heard },
            { key: 'assumed', label: form.assumed },
          ]}
          value={draft.certainty}
          onChange={(certainty) => put({ certainty })}
        />
      ) : (
        <OwnerField organization={organization} value={draft.owner} onChange={(owner) => put({ owner })} />
      )}
      {saving.error && <ErrorNote error={saving.error} />}
      <Buttons>
        <Button type="submit" kind="act" busy={saving.isPending}>
          {general.actions.save}
        </Button>
        <Button kind="no" onClick={onDone}>
          {general.actions.cancel}
        </Button>
      </Buttons>
      <p className={style.hint}>{about ? form.privateTheirs : item ? form.privateChange : form.private}</p>
    </Form>
  );
}

interface PartProps {
  draft: ItemDraft;
  put: (part: Partial<ItemDraft>) => void;
  problem: ItemProblem | undefined;
}

/** What it is, in a line, by kind, by skills, and at length. */
function What({ organization, draft, put, problem, theirs }: PartProps & { organization: string; theirs: boolean }) {
  const { needs } = useMessages();
  const { form } = needs;
  return (
    <>
      <Field
        label={form.title[draft.nature]}
        hint={theirs ? form.titleHintTheirs : form.titleHint[draft.nature]}
        value={draft.title}
        maxLength={200}
        required={false}
        error={problem === 'title' ? form.titleMissing : undefined}
        onChange={(event) => put({ title: event.currentTarget.value })}
      />
      <SelectField
        label={form.kind}
        value={draft.kind}
        data={itemKinds.map((kind) => ({ value: kind, label: needs.kinds[kind] }))}
        onChange={(event) => put({ kind: event.currentTarget.value as ItemKind })}
      />
      <SkillsField
        organization={organization}
        label={form.skills}
        hint={form.skillsHint}
        optional
        most={MOST_SKILLS}
        value={draft.skills}
        onChange={(skills) => put({ skills })}
      />
      <TextArea
        label={form.detail}
        optional
        value={draft.detail}
        onChange={(detail) => put({ detail })}
        longest={5000}
        dir="auto"
      />
    </>
  );
}

/** How much, from when to when, how soon. */
function Frame({ draft, put, problem }: PartProps) {
  const { form, urgencies: said } = useMessages().needs;
  return (
    <>
      <div className={style.pairOfFields}>
        <Field
          label={form.amount}
          hint={form.amountHint}
          optional
          maxLength={100}
          value={draft.amount}
          onChange={(event) => put({ amount: event.currentTarget.value })}
        />
        <SelectField
          label={form.urgency}
          value={draft.urgency}
          data={[
            { value: '', label: form.noUrgency },
            ...urgencies.map((each) => ({ value: each, label: said[each] })),
          ]}
          onChange={(event) => put({ urgency: event.currentTarget.value as ItemDraft['urgency'] })}
        />
      </div>
      <div className={style.pairOfFields}>
        <DateField label={form.startsOn} optional value={draft.startsOn} onChange={(startsOn) => put({ startsOn })} />
        <DateField
          label={form.endsOn}
          optional
          value={draft.endsOn}
          onChange={(endsOn) => put({ endsOn })}
          {...(problem === 'dates' && { error: form.datesTurned })}
        />
      </div>
    </>
  );
}

function OwnerField({
  organization,
  value,
  onChange,
}: {
  organization: string;
  value: string;
  onChange: (person: string) => void;
}) {
  const { form } = useMessages().needs;
  const people = useQuery(peopleQuery(organization));
  return (
    <SelectField
      label={form.owner}
      value={value}
      data={[
        { value: '', label: form.noOwner },
        ...(people.data ?? [])
          .filter((each) => each.endedAt === null)
          .map((each) => ({ value: each.personId, label: each.name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
