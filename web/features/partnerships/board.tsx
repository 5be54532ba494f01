import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PartnershipItem } from '../../../server/features/partnerships/schema.ts';
import type { Look } from '../../../server/features/stages/schema-views.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { withQuery } from '../../ui/query-string.ts';
import { RingCluster } from '../../ui/ring.tsx';
import { When } from '../../ui/when.tsx';
import { ProposeDialog } from '../stages/propose-dialog.tsx';
import { boardQuery } from './api.ts';
import style from './board.module.css';
import { lookQuery } from './look.ts';
import { movesSaid } from './moves-said.ts';
import { Presence } from './presence.tsx';

/** Stages that are shown also when nobody stands there. */
const ALWAYS = new Set(['prospect', 'awareness', 'involvement', 'support', 'sponsorship', 'strategic']);

/** The partners by stage. A card moves by a step both agree to: its button opens the proposal. */
export function Board({ organization, look }: { organization: OurOrganization; look: Look }) {
  const { views, stages, partners } = useMessages();
  const found = useQuery(boardQuery(organization.id, look));
  const [moving, setMoving] = useState<PartnershipItem>();
  if (found.isPending) return <Loading what={partners.what.list} />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  const all = found.data.columns.filter((column) => column.total > 0 || ALWAYS.has(column.stage));
  const columns = look.stage ? all.filter((column) => look.stage?.includes(column.stage)) : all;
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={style.board} role="region" aria-label={views.board} tabIndex={0}>
        {columns.map(({ stage, total, items }) => (
          <section key={stage} className={style.column}>
            <h2>
              {stages.stages[stage].name} <span className={style.count}>{total}</span>
            </h2>
            {items.length === 0 && <p className={style.none}>{views.noneAtStage}</p>}
            <ul>
              {items.map((item) => (
                <Card key={item.id} slug={organization.slug} item={item} onMove={() => setMoving(item)} />
              ))}
            </ul>
            {total > items.length && (
              <Go
                className={style.more}
                href={withQuery(
                  paths.partners(organization.slug),
                  '',
                  lookQuery({ ...look, as: 'table', stage: [stage] }),
                )}
              >
                {views.moreAtStage({ n: total - items.length })}
              </Go>
            )}
          </section>
        ))}
      </div>
      {moving && (
        <ProposeDialog
          organization={organization}
          partnership={moving.id}
          partner={moving.partner.name}
          opened
          onClose={() => setMoving(undefined)}
        />
      )}
    </>
  );
}

function Card({ slug, item, onMove }: { slug: string; item: PartnershipItem; onMove: () => void }) {
  const messages = useMessages();
  const { views, stages, partners } = messages;
  const moves = movesSaid(item, messages);
  return (
    <li className={style.card} data-item>
      <div className={style.head}>
        <RingCluster rings={item.rings.map(({ ring, role }) => ({ ring, reader: role }))} size={40} />
        <Go href={paths.partnership(slug, item.id)} className={style.name} data-act>
          {item.partner.name}
        </Go>
      </div>
      {moves.ours && <span className={style.ours}>{moves.ours}</span>}
      {moves.theirs && <span className={style.theirs}>{moves.theirs}</span>}
      {moves.plain && <span className={style.soft}>{moves.plain}</span>}
      <span className={style.soft}>
        {partners.columns.last}: {item.lastAt ? <When at={item.lastAt} /> : partners.lastNever}
      </span>
      <div className={style.foot}>
        <Presence item={item} />
        {item.stageAsked ? (
          <Badge tone={item.stageAsked.side === item.mySide ? 'ours' : 'theirs'}>
            {views.asked({ stage: stages.stages[item.stageAsked.to].name })}
          </Badge>
        ) : (
          <Button kind="quiet" aria-label={views.stepFor({ partner: item.partner.name })} onClick={onMove}>
            {views.step}
          </Button>
        )}
      </div>
    </li>
  );
}
