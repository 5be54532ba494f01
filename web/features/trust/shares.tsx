import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DirectionShape } from '../../../server/features/trust/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Section } from '../../ui/page.tsx';
import { ShareBar, type ShareTone } from '../../ui/share-bar.tsx';
import { type Behind, behindQuery } from './api.ts';
import { CommitmentRows } from './commitment-rows.tsx';
import { useFigures } from './figures.ts';
import { labelOf } from './labels.ts';
import style from './trust.module.css';

type ShareShape = DirectionShape['confidence']['shares'][number];

/** Parts drawn one by one; what is smaller stands together in the last. */
const drawn = 10;

const tones: Record<ShareShape['source'], ShareTone> = {
  own: 'ours',
  work: 'ours',
  counterparty: 'theirs',
  elsewhere: 'ink',
  population: 'quiet',
  start: 'quiet',
};

interface Part {
  key: string;
  label: string;
  weight: number;
  points: number;
  tone: ShareTone;
  share?: ShareShape;
  /** Smaller parts that stand together. */
  rest?: Part[];
}

/** The number as the sum of its parts; each part opens into the commitments that made it. */
export function Shares({ place, direction }: { place: Place; direction: DirectionShape }) {
  const { trust } = useMessages();
  const words = trust.shares;
  const { percent } = useFigures();
  const { shares } = direction.confidence;
  if (shares.length === 0) return null;
  const parts = partsOf(direction, words);
  const opened = (share: ShareShape) => {
    if (share.source === 'start') return <p className={style.soft}>{words.startHint}</p>;
    const { customerSide: customer, view } = direction;
    const { source, party } = share;
    return <Opened place={place} behind={{ customer, view, source, ...(party && { party: party.id }) }} />;
  };
  return (
    <Section title={words.title}>
      <ShareBar
        name={words.name}
        shares={parts}
        percent={percent}
        note={words.note}
        said={(part) => words.adds({ points: percent(part.points), weight: percent(part.weight) })}
        table={words.table}
      >
        {({ share, rest }) => (rest ? () => <Smaller parts={rest} opened={opened} /> : share && (() => opened(share)))}
      </ShareBar>
    </Section>
  );
}

export interface Place {
  organization: string;
  slug: string;
  partnership: string;
}

function partsOf(direction: DirectionShape, words: ReturnType<typeof useMessages>['trust']['shares']): Part[] {
  const { shares } = direction.confidence;
  const sorted = shares.toSorted((a, b) => b.weight - a.weight);
  const part = (share: ShareShape): Part => ({
    key: `${share.source} ${share.party?.id ?? ''}`,
    label: labelOf(share.source, share.party?.name ?? '', direction.view, words),
    weight: share.weight,
    points: share.points,
    tone: tones[share.source],
    share,
  });
  if (sorted.length <= drawn) return sorted.map(part);
  const rest = sorted.slice(drawn - 1);
  const sum = (of: 'weight' | 'points') => rest.reduce((all, one) => all + one[of], 0);
  return [
    ...sorted.slice(0, drawn - 1).map(part),
    {
      key: 'rest',
      label: words.truncated({ n: rest.length }),
      weight: sum('weight'),
      points: sum('points'),
      tone: 'quiet',
      rest: rest.map(part),
    },
  ];
}

/** The smaller parts one by one, each folded away. */
function Smaller({ parts, opened }: { parts: readonly Part[]; opened: (share: ShareShape) => ReactNode }) {
  const { shares: words } = useMessages().trust;
  const { percent } = useFigures();
  return parts.map((part) => (
    <Folded
      key={part.key}
      part={part}
      said={words.adds({ points: percent(part.points), weight: percent(part.weight) })}
      opened={opened}
    />
  ));
}

function Folded({ part, said, opened }: { part: Part; said: string; opened: (share: ShareShape) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {part.label} <span className={style.soft}>{said}</span>
      </summary>
      {open && part.share && opened(part.share)}
    </details>
  );
}

function Opened({ place, behind }: { place: Place; behind: Behind }) {
  const { trust } = useMessages();
  const found = useInfiniteQuery(behindQuery(place.organization, place.partnership, behind));
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className={style.soft}>{trust.shares.empty}</p>;
  return (
    <>
      <CommitmentRows slug={place.slug} items={items} between={behind.source !== 'own'} />
      {found.hasNextPage && (
        <Button kind="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {trust.shares.more}
        </Button>
      )}
    </>
  );
}
