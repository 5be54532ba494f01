import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RoomPerson, Same, SamePage } from '../../../server/features/people/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Section } from '../../ui/page.tsx';
import { toast } from '../../ui/toast.tsx';
import { roomKey } from '../partnerships/api.ts';
import { keepApart, mergePerson, sameQuery, undoMerge } from './api.ts';
import style from './pairs.module.css';

interface SamePeopleProps {
  organization: string;
  partnership: string;
  people: RoomPerson[];
}

function useKept(organization: string, partnership: string) {
  const queries = useQueryClient();
  return (page: SamePage) => {
    queries.setQueryData(sameQuery(organization, partnership).queryKey, page);
    void queries.invalidateQueries({ queryKey: roomKey(organization, partnership) });
  };
}

/** People who look as if they were written down twice, both shown; and those who were merged, to be taken apart again. */
export function SamePeople({ organization, partnership, people }: SamePeopleProps) {
  const { partners, pairs } = useMessages();
  const { same: words } = pairs;
  const found = useQuery(sameQuery(organization, partnership));
  const kept = useKept(organization, partnership);
  const undoing = useMutation({
    mutationFn: (person: string) => undoMerge(organization, partnership, person),
    onSuccess: kept,
  });
  const nameOf = (id: string) => people.find((each) => each.id === id)?.name ?? partners.people.nameless;
  const { same = [], merged = [] } = found.data ?? {};
  return (
    <>
      {same.length > 0 && (
        <Section title={words.title} note={words.hint}>
          <ul className={style.pairs}>
            {same.map((each) => (
              <OneSame
                key={each.people.join()}
                organization={organization}
                partnership={partnership}
                people={people}
                same={each}
              />
            ))}
          </ul>
        </Section>
      )}
      {merged.length > 0 && (
        <details className={style.earlier}>
          <summary>{words.mergedTitle}</summary>
          <ul>
            {merged.map(({ id, name, email, into, undoUntil }) => (
              <li key={id}>
                {words.merged({ name: [name, email].filter(Boolean).join(', '), kept: nameOf(into) })}
                {undoUntil && (
                  <Button kind="quiet" busy={undoing.isPending} onClick={() => undoing.mutate(id)}>
                    {words.undo({ name: name ?? '' })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {undoing.error && <ErrorNote error={undoing.error} />}
        </details>
      )}
    </>
  );
}

function OneSame({ organization, partnership, people, same }: SamePeopleProps & { same: Same }) {
  const { pairs, general, partners } = useMessages();
  const { same: words } = pairs;
  const kept = useKept(organization, partnership);
  const [one, other] = same.people.map((id) => people.find((each) => each.id === id));
  const working = useMutation({
    mutationFn: ({ gone, into }: { gone: string; into?: string }) =>
      into
        ? mergePerson(organization, partnership, gone, into)
        : keepApart(organization, partnership, same.people[1], same.people[0]),
    onSuccess: (page, { gone, into }) => {
      kept(page);
      const back = () => void undoMerge(organization, partnership, gone).then(kept);
      if (into) toast(words.done, { label: general.actions.undo, onPress: back });
    },
  });
  if (!one || !other) return null;
  const said = (person: RoomPerson) =>
    [person.name ?? partners.people.nameless, person.title, person.email].filter(Boolean).join(', ');
  const keeps = [one, other].filter((person) => (person === one ? other : one).personId === null);
  return (
    <li className={style.pair}>
      <span>{words.why[same.why]}</span>
      <ul className={style.both}>
        <li>{said(one)}</li>
        <li>{said(other)}</li>
      </ul>
      {working.error && <ErrorNote error={working.error} />}
      <Buttons>
        {keeps.map((person) => (
          <Button
            key={person.id}
            busy={working.isPending}
            onClick={() => working.mutate({ gone: person === one ? other.id : one.id, into: person.id })}
          >
            {words.keep({ name: said(person) })}
          </Button>
        ))}
        <Button kind="quiet" busy={working.isPending} onClick={() => working.mutate({ gone: other.id })}>
          {words.apart}
        </Button>
      </Buttons>
    </li>
  );
}
