import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons, GoButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { partnerChoiceQuery } from '../partnerships/api.ts';
import { meetingsQuery } from './api.ts';
import { MeetingListed } from './meeting-list.tsx';

/** Meetings with all partners. `above`: what is asked about them. */
export function MeetingsAcross({ organization, above }: { organization: OurOrganization; above?: ReactNode }) {
  const { meetings } = useMessages();
  const { lists } = meetings;
  const [starting, setStarting] = useState<'propose' | 'visit'>();
  const some = [
    useInfiniteQuery(meetingsQuery(organization.id, 'upcoming')),
    useInfiniteQuery(meetingsQuery(organization.id, 'unsettled')),
    useInfiniteQuery(meetingsQuery(organization.id, 'past')),
  ];
  const nothing = some.every((list) => list.data?.pages[0]?.items.length === 0);
  const start = (
    <Buttons>
      <Button kind="act" onClick={() => setStarting('propose')}>
        {meetings.propose}
      </Button>
      <Button onClick={() => setStarting('visit')}>{meetings.logVisit}</Button>
    </Buttons>
  );
  return (
    <Page title={meetings.title} lead={meetings.lead} actions={nothing ? undefined : start}>
      {above}
      {nothing ? (
        <EmptyState title={meetings.empty.title} example={meetings.empty.example}>
          {start}
        </EmptyState>
      ) : (
        <>
          <MeetingListed organization={organization} when="upcoming" title={lists.upcoming} none={lists.noneUpcoming} />
          <MeetingListed organization={organization} when="unsettled" title={lists.unsettled} />
          <MeetingListed organization={organization} when="unsaid" title={lists.unsaid} note={lists.unsaidNote} />
          <MeetingListed organization={organization} when="past" title={lists.past} none={lists.nonePast} />
        </>
      )}
      <Dialog
        opened={starting !== undefined}
        onClose={() => setStarting(undefined)}
        title={starting === 'visit' ? meetings.logVisit : meetings.propose}
      >
        <ChoosePartner
          organization={organization}
          where={starting === 'visit' ? paths.logVisit : (slug, partnership) => paths.newMeeting(slug, partnership)}
        />
      </Dialog>
    </Page>
  );
}

interface ChoosePartnerProps {
  organization: OurOrganization;
  where: (slug: string, partnership: string) => string;
}

/** With whom: the first question, where one starts from all partners. */
function ChoosePartner({ organization, where }: ChoosePartnerProps) {
  const { meetings, general, partners } = useMessages();
  const router = useRouter();
  const choice = useQuery(partnerChoiceQuery(organization.id));
  const rooms = choice.data?.items ?? [];
  const [chosen, setChosen] = useState('');
  if (!choice.data) return <Loading what={partners.what.one} />;
  const first = rooms[0]?.id;
  if (!first) return <GoButton href={paths.partners(organization.slug)}>{meetings.empty.choose}</GoButton>;
  return (
    <Form onSubmit={() => void router.navigate({ href: where(organization.slug, chosen || first) })}>
      <SelectField
        label={meetings.choosePartner}
        data={rooms.map((each) => ({ value: each.id, label: each.partner.name }))}
        value={chosen || first}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button type="submit" kind="act">
        {general.actions.next}
      </Button>
    </Form>
  );
}
