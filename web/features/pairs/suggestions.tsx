import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listSaid } from '../../../messages/format.ts';
import type { Suggestion, SuggestionReason } from '../../../server/features/pairs/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import type { RoomPerson } from '../../../server/features/people/schema.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Section } from '../../ui/page.tsx';
import { suggestionsQuery } from './api.ts';
import style from './pairs.module.css';
import { ProposePair } from './propose-pair.tsx';

interface SuggestionsProps {
  organization: string;
  room: PartnershipPage;
  people: RoomPerson[];
}

const GROUPS: readonly Suggestion['group'][] = ['function', 'together', 'topics', 'fit'];

/** Who might work with whom, grouped by the reason. */
export function Suggestions({ organization, room, people }: SuggestionsProps) {
  const { suggestions: words } = useMessages().pairs;
  const found = useQuery(suggestionsQuery(organization, room.id));
  const [chosen, setChosen] = useState<Suggestion>();
  const { pairs } = useMessages().pairs;
  return (
    <Section title={words.title} note={words.lead}>
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && <p className={style.none}>{words.none}</p>}
      {GROUPS.map((group) => {
        const here = found.data?.filter((each) => each.group === group) ?? [];
        if (here.length === 0) return null;
        return (
          <div key={group} className={style.group}>
            <h3>{words.groups[group]}</h3>
            <ul className={style.suggestions}>
              {here.map((each) => (
                <OneSuggestion
                  key={each.people.join()}
                  suggestion={each}
                  people={people}
                  onPropose={() => setChosen(each)}
                />
              ))}
            </ul>
          </div>
        );
      })}
      <Dialog opened={chosen !== undefined} onClose={() => setChosen(undefined)} title={pairs.proposeTitle}>
        {chosen && (
          <ProposePair
            organization={organization}
            room={room}
            people={people}
            chosen={{ a: chosen.people[0], b: chosen.people[1], topic: topicOf(chosen) }}
            onDone={() => setChosen(undefined)}
          />
        )}
      </Dialog>
    </Section>
  );
}

/** What the two would work on, as far as the reasons tell. */
function topicOf({ reasons }: Suggestion): string {
  const [first] = reasons.flatMap((reason) =>
    reason.kind === 'fit' ? [reason.need] : reason.kind === 'topics' ? reason.topics.slice(0, 1) : [],
  );
  return first ?? '';
}

interface OneSuggestionProps {
  suggestion: Suggestion;
  people: RoomPerson[];
  onPropose: () => void;
}

function OneSuggestion({ suggestion, people, onPropose }: OneSuggestionProps) {
  const { pairs } = useMessages().pairs;
  const [one, other] = suggestion.people.map((id) => people.find((each) => each.id === id)?.name ?? '');
  const said = useReasons();
  return (
    <li className={style.suggestion}>
      <strong>{pairs.and({ one: one ?? '', other: other ?? '' })}</strong>
      <span className={style.below}>{suggestion.reasons.map(said).join(' ')}</span>
      <span>
        <Button kind="quiet" className={style.quiet} onClick={onPropose}>
          {pairs.proposeThis}
          <span className="visually-hidden">: {pairs.and({ one: one ?? '', other: other ?? '' })}</span>
        </Button>
      </span>
    </li>
  );
}

function useReasons(): (reason: SuggestionReason) => string {
  const { suggestions, functions } = useMessages().pairs;
  const { locale } = useLocale();
  return (reason) => {
    switch (reason.kind) {
      case 'function':
        return suggestions.reasons.function({ work: functions[reason.function] });
      case 'together':
        return suggestions.reasons.together({ title: reason.title });
      case 'topics':
        return suggestions.reasons.topics({ topics: listSaid(reason.topics, locale) });
      case 'fit':
        return suggestions.reasons.fit({ need: reason.need, offer: reason.offer });
    }
  };
}
