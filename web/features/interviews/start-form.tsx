import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { dayOf } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { SelectField } from '../../ui/field.tsx';
import { type KnownGuide, useGuides } from '../guides/known-guides.ts';
import { peopleQuery } from '../partnerships/api.ts';
import { SendRow } from '../partnerships/send-row.tsx';
import { startInterview } from './api.ts';
import { TalkFields, type TalkDetails } from './talk-form.tsx';
import { theirPeople } from './their-people.ts';

interface StartFormProps {
  organization: OurOrganization;
  room: PartnershipPage;
  onCancel: () => void;
}

/** Begins a talk: which questions to have at hand, when, how, where, with whom. */
export function StartForm(props: StartFormProps) {
  const { listening } = useMessages();
  const { guides, error, retry } = useGuides(props.organization.id);
  if (error) return <ErrorNote error={error} onRetry={retry} />;
  if (!guides) return <Loading what={listening.guide.what} />;
  return <Fields {...props} guides={guides} />;
}

function Fields({ organization, room, onCancel, guides }: StartFormProps & { guides: KnownGuide[] }) {
  const { form: words } = useMessages().listening;
  const router = useRouter();
  const { now, zone } = useReaderNow();
  const people = useQuery(peopleQuery(organization.id, room.id));
  const [chosen, setChosen] = useState('any');
  const [value, setValue] = useState<TalkDetails>({
    heldOn: dayOf(now, zone),
    way: 'in-person',
    place: '',
    withPeople: [],
  });
  const guide = guides.find((each) => each.key === chosen);
  const starting = useMutation({
    mutationFn: () =>
      startInterview(organization.id, room.id, {
        ...value,
        guideTitle: guide?.title ?? words.noGuide,
        questions: guide?.questions ?? [],
      }),
    onSuccess: (talk) => {
      // Asks the browser not to throw away what is kept here when the device runs out of room.
      void navigator.storage?.persist?.().catch(() => false);
      void router.navigate({ href: paths.talk(organization.slug, room.id, talk.id) });
    },
  });
  const asOptions = (each: KnownGuide) => ({ value: each.key, label: each.title });
  const own = guides.filter((each) => each.starter === null);
  const data = [
    { group: words.shippedGuides, items: guides.filter((each) => each.starter !== null).map(asOptions) },
    ...(own.length > 0 ? [{ group: words.ownGuides, items: own.map(asOptions) }] : []),
    { value: '', label: words.noGuide },
  ];
  return (
    <Form onSubmit={() => value.heldOn && starting.mutate()}>
      <SelectField
        label={words.guide}
        data={data}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <TalkFields
        value={value}
        people={theirPeople(people.data, room.mySide)}
        onChange={(part) => setValue({ ...value, ...part })}
      />
      <SendRow label={words.begin} sending={starting} onCancel={onCancel} />
    </Form>
  );
}
