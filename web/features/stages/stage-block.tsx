import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Move, StagePage } from '../../../server/features/stages/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, GoButton } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes, Section } from '../../ui/page.tsx';
import { When } from '../../ui/when.tsx';
import { peopleQuery } from '../partnerships/api.ts';
import { answerMove, stageQuery } from './api.ts';
import { Criteria, type Fact } from './criteria.tsx';
import { ladder } from './ladder.ts';
import { Moves } from './moves.tsx';
import { PendingMove } from './pending-move.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { speakers } from './whose-answer.tsx';
import style from './stages.module.css';

interface StageBlockProps {
  organization: OurOrganization;
  partnership: string;
}

/** How far two organizations have come: where they stand, what that rests on, what the next stage asks for, and the step that waits. */
export function StageBlock({ organization, partnership }: StageBlockProps) {
  const { stages } = useMessages();
  const found = useQuery(stageQuery(organization.id, partnership));
  return (
    <Section title={stages.title}>
      {found.isPending && <Loading what={stages.loading} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Known organization={organization} partnership={partnership} page={found.data} />}
    </Section>
  );
}

function Known({ organization, partnership, page }: StageBlockProps & { page: StagePage }) {
  const { stages } = useMessages();
  const [proposing, setProposing] = useState(false);
  const { pending, criteria } = page;
  const open = ({ kind, id, occurrence, conversationId }: Fact) => {
    if (kind === 'meeting') return paths.meeting(organization.slug, partnership, id, occurrence);
    return conversationId
      ? paths.conversation(organization.slug, partnership, conversationId)
      : paths.partnerPeople(organization.slug, partnership);
  };
  const shown = { names: page.names, mySide: page.mySide, open };
  const { stage } = page;
  return (
    <div className={style.block}>
      <div className={style.where}>
        <p className={style.stage}>
          <strong>{stages.stages[stage].name}</strong>{' '}
          <span className={style.soft}>
            {stages.since} <When at={page.since} />
          </span>
          <span className={style.under}>{stages.stages[stage].said}</span>
        </p>
        <Path page={page} />
      </div>
      {pending && <Pending organization={organization} partnership={partnership} page={page} move={pending} />}
      {page.own.interview && (
        <OwnNotes organization={organization.name} title={stages.ownTalk.title}>
          <p>{stages.ownTalk.text}</p>
          <div>
            <GoButton href={paths.newReadback(organization.slug, partnership, page.own.interview.id)}>
              {stages.ownTalk.send}
            </GoButton>
          </div>
        </OwnNotes>
      )}
      <Next page={page}>
        <Criteria label={page.next ? stages.stages[page.next].name : ''} criteria={criteria} {...shown} />
      </Next>
      {page.held.length > 0 && (
        <details className={style.more}>
          <summary>{stages.held}</summary>
          <Criteria label={stages.held} criteria={page.held} {...shown} />
        </details>
      )}
      <Moves organization={organization} partnership={partnership} names={page.names} />
      {page.may.propose && (
        <div>
          <Button kind="plain" onClick={() => setProposing(true)}>
            {stages.propose}
          </Button>
        </div>
      )}
      <ProposeDialog
        organization={organization}
        partnership={partnership}
        opened={proposing}
        onClose={() => setProposing(false)}
      />
    </div>
  );
}

/** The step that waits, with whoever may answer it. */
function Pending({ organization, partnership, page, move }: StageBlockProps & { page: StagePage; move: Move }) {
  const queries = useQueryClient();
  const answers = move.side === 'a' ? 'b' : 'a';
  const record = page.recordable.includes(answers);
  const people = useQuery({ ...peopleQuery(organization.id, partnership), enabled: record });
  return (
    <PendingMove
      move={move}
      criteria={move.to === page.next ? page.criteria : []}
      names={page.names}
      mySide={page.mySide}
      may={page.may}
      record={record ? speakers(people.data, answers) : undefined}
      onAnswer={async (input) => {
        await answerMove(organization.id, partnership, move.id, input);
        await queries.invalidateQueries({ queryKey: ['organizations', organization.id] });
      }}
    />
  );
}

/** What the next stage asks for, open while something of it is missing. */
function Next({ page, children }: { page: StagePage; children: React.ReactNode }) {
  const { stages } = useMessages();
  if (page.next === null) return page.stage === 'strategic' ? <p className={style.soft}>{stages.top}</p> : null;
  const met = page.criteria.filter((one) => one.met).length;
  return (
    <details className={style.more} open={page.pending !== null}>
      <summary>{stages.forNext({ stage: stages.stages[page.next].name, met, of: page.criteria.length })}</summary>
      {children}
    </details>
  );
}

/** The six stages as a path, the present one marked. In words for whoever does not see it. */
function Path({ page }: { page: StagePage }) {
  const { stages } = useMessages();
  const at = ladder.indexOf(page.last as (typeof ladder)[number]);
  const paused = page.stage !== page.last;
  return (
    <ol className={`${style.path} ${paused ? style.paused : ''}`} aria-label={stages.path}>
      {ladder.map((stage, index) => (
        <li
          key={stage}
          className={index <= at ? style.reached : undefined}
          aria-current={index === at && !paused ? 'step' : undefined}
        >
          <span>{stages.stages[stage].name}</span>
          {index === at && !paused && <span className="visually-hidden"> ({stages.here})</span>}
        </li>
      ))}
    </ol>
  );
}
