import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PointKind } from '../../../server/features/interviews/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Quote } from '../../ui/page.tsx';
import { peopleQuery } from '../organizations/api.ts';
import type { Speaker } from './marks.tsx';
import { PointFacts } from './point-row.tsx';
import type { LocalPoint } from './point-model.ts';
import type { Talk } from './talk.ts';

interface WalkPointProps {
  organization: string;
  talk: Talk;
  point: LocalPoint;
  speakers: Speaker[];
  onLater: () => void;
  /** The only open one: there is nothing to come back from. */
  alone: boolean;
}

/** One open point, and the ways in which it can end. The first button has the focus, so that the keyboard walks through. */
export function WalkPoint({ organization, talk, point, speakers, onLater, alone }: WalkPointProps) {
  const { listening } = useMessages();
  const words = listening.wrap;
  const [following, setFollowing] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  return (
    <>
      <div>
        <Quote>
          <span dir="auto">{point.text}</span>
        </Quote>
        <PointFacts point={point} speakers={speakers} />
      </div>
      {(point.tag === 'need' || point.tag === 'offer') && (
        <KindField value={point.kind} onChange={(kind) => talk.change(point.id, { kind })} />
      )}
      {following ? (
        <FollowUpForm organization={organization} talk={talk} point={point} onCancel={() => setFollowing(false)} />
      ) : (
        <div ref={first}>
          <Buttons>
            <Button kind="act" onClick={() => talk.change(point.id, { settled: 'closed' })}>
              {words.close}
            </Button>
            <Button kind="no" onClick={() => setFollowing(true)}>
              {words.follow}
            </Button>
            {!alone && (
              <Button kind="quiet" onClick={onLater}>
                {words.later}
              </Button>
            )}
          </Buttons>
        </div>
      )}
    </>
  );
}

function KindField({ value, onChange }: { value: PointKind | null; onChange: (kind: PointKind) => void }) {
  const { kinds, wrap } = useMessages().listening;
  const data = (Object.keys(kinds) as PointKind[]).map((key) => ({ value: key, label: kinds[key] }));
  return (
    <SelectField
      label={wrap.kind}
      data={data}
      value={value ?? 'other'}
      onChange={(event) => {
        const chosen = data.find((each) => each.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    />
  );
}

function FollowUpForm({
  organization,
  talk,
  point,
  onCancel,
}: Pick<WalkPointProps, 'organization' | 'talk' | 'point'> & { onCancel: () => void }) {
  const { listening, general } = useMessages();
  const words = listening.wrap;
  const colleagues = useQuery(peopleQuery(organization));
  const data = [
    { value: '', label: words.whoNone },
    ...(colleagues.data ?? [])
      .filter((each) => each.endedAt === null)
      .map((each) => ({ value: each.personId, label: each.name })),
  ];
  const [tried, setTried] = useState(false);
  const missing = (point.settledWords ?? '').trim() === '';
  // What is written here is part of the point from the first letter on, and as safe.
  const set = (part: Parameters<Talk['change']>[1]) => talk.change(point.id, part);
  return (
    <Form onSubmit={() => (missing ? setTried(true) : set({ settled: 'follow-up' }))}>
      <Field
        label={words.what}
        placeholder={words.whatExample}
        value={point.settledWords ?? ''}
        maxLength={2000}
        error={tried && missing ? general.field.required : undefined}
        autoFocus
        required={false}
        onChange={(event) => set({ settledWords: event.currentTarget.value })}
      />
      <DateField
        optional
        label={words.by}
        value={point.followUpBy ?? ''}
        onChange={(followUpBy) => set({ followUpBy: followUpBy || null })}
      />
      <SelectField
        label={words.who}
        data={data}
        value={point.followUpPerson ?? ''}
        onChange={(event) => set({ followUpPerson: event.currentTarget.value || null })}
      />
      <Buttons>
        <Button kind="act" type="submit">
          {words.save}
        </Button>
        <Button onClick={onCancel}>{general.actions.cancel}</Button>
      </Buttons>
    </Form>
  );
}
