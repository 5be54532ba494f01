import { useEffect, useRef } from 'react';
import { asProblem } from '../../api/problem.ts';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { SendRow } from '../partnerships/send-row.tsx';
import style from './pairs.module.css';

interface KnownPerson {
  id: string;
  name: string | null;
}

/** Those whom a new person looks like, where that is why they were not added. */
function knownIn(error: unknown): KnownPerson[] | undefined {
  if (!error) return undefined;
  const { data } = asProblem(error);
  return data.reason === 'same-person' && Array.isArray(data.people) ? (data.people as KnownPerson[]) : undefined;
}

interface KnownAlreadyProps {
  error: unknown;
  busy: boolean;
  onOther: (person: string) => void;
  onInsist: () => void;
}

/** Somebody like that is there already: change that entry, or say that it is somebody else. */
function KnownAlready({ error, busy, onOther, onInsist }: KnownAlreadyProps) {
  const { partners, pairs } = useMessages();
  const { same: words } = pairs;
  const known = knownIn(error);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: some browsers answer with a promise, which is no clean-up.
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!known) return null;
  const nameOf = (each: KnownPerson | undefined) => each?.name ?? partners.people.nameless;
  return (
    <div ref={note} className={style.known} role="alert">
      <strong>{words.known({ name: nameOf(known[0]) })}</strong>
      <p>{words.knownText}</p>
      <Buttons>
        {known.slice(0, 3).map((each) => (
          <Button key={each.id} onClick={() => onOther(each.id)}>
            {words.change({ name: nameOf(each) })}
          </Button>
        ))}
        <Button busy={busy} onClick={onInsist}>
          {words.anyway}
        </Button>
      </Buttons>
    </div>
  );
}

interface PersonFootProps {
  label: string;
  saving: { isPending: boolean; error: unknown; mutate: (force?: true) => void };
  onOther: (person: string) => void;
  onDone: () => void;
}

/** The foot of the form of a person: who is known already, what went wrong, and the buttons. */
export function PersonFoot({ label, saving, onOther, onDone }: PersonFootProps) {
  const { isPending, error } = saving;
  return (
    <>
      <KnownAlready error={error} busy={isPending} onOther={onOther} onInsist={() => saving.mutate(true)} />
      <SendRow label={label} sending={{ isPending, error: knownIn(error) ? null : error }} onCancel={onDone} />
    </>
  );
}
