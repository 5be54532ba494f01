import { useQuery } from '@tanstack/react-query';
import type { StarterGuide } from '../../../messages/en/guides.ts';
import type { Guide, Starter } from '../../../server/features/guides/schema.ts';
import { useLocale } from '../../locale.tsx';
import { guidesQuery, starterGuidesQuery } from './api.ts';

/** A guide as it can be used: shipped, shipped and changed, or one's own. */
export interface KnownGuide {
  /** The shipped one's name, or the id of one's own. */
  key: string;
  starter: Starter | null;
  title: string;
  questions: string[];
  /** What our organization wrote; absent where it is as it came. */
  kept: Guide | undefined;
}

/** Shipped guides as we changed them, then our own. */
export function knownGuides(shipped: Record<Starter, StarterGuide>, kept: Guide[]): KnownGuide[] {
  const starters = (Object.keys(shipped) as Starter[]).map((starter): KnownGuide => {
    const ours = kept.find((guide) => guide.starter === starter);
    const { title, questions } = ours ?? shipped[starter];
    return { key: starter, starter, title, questions, kept: ours };
  });
  const own = kept
    .filter((guide) => guide.starter === null)
    .map(
      (guide): KnownGuide => ({
        key: guide.id,
        starter: null,
        title: guide.title,
        questions: guide.questions,
        kept: guide,
      }),
    );
  return [...starters, ...own];
}

/** All guides of an organization, in the reader's language. */
export function useGuides(organization: string) {
  const { locale } = useLocale();
  const kept = useQuery(guidesQuery(organization));
  const shipped = useQuery(starterGuidesQuery(locale));
  return {
    guides: kept.data && shipped.data && knownGuides(shipped.data, kept.data.items),
    may: kept.data?.may ?? { change: false },
    error: kept.error ?? shipped.error,
    retry: () => void Promise.all([kept.refetch(), shipped.refetch()]),
  };
}
