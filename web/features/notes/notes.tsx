import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Note } from '../../../server/features/notes/schema.ts';
import { momentSaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { roomKey } from '../partnerships/api.ts';
import { changeNote, dropNote, keepNote, partnershipNotesQuery } from './api.ts';
import style from './notes.module.css';

const LONGEST = 20_000;

/** What our organization notes for itself about a partnership: on its own ground, never in the room. */
export function Notes({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { partners, general } = useMessages();
  const { notes: words } = partners;
  const notes = useInfiniteQuery(partnershipNotesQuery(organization.id, partnership));
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <OwnNotes organization={organization.name} title={words.title}>
      <NewNote organization={organization} partnership={partnership} />
      {notes.isPending && <Loading what={words.title} />}
      {notes.error && <ErrorNote error={notes.error} onRetry={() => void notes.refetch()} />}
      {items.length > 0 && (
        <ul className={style.notes}>
          {items.map((note) => (
            <OneNote key={note.id} organization={organization} partnership={partnership} note={note} />
          ))}
        </ul>
      )}
      {notes.hasNextPage && (
        <Button kind="quiet" busy={notes.isFetchingNextPage} onClick={() => void notes.fetchNextPage()}>
          {general.actions.more}
        </Button>
      )}
    </OwnNotes>
  );
}

function NewNote({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { partners } = useMessages();
  const queries = useQueryClient();
  const draft = useDraft(`note:${organization.id}:${partnership}`);
  const keeping = useMutation({
    mutationFn: (text: string) => keepNote(organization.id, partnership, text),
    onSuccess: async () => {
      draft.clear();
      await queries.invalidateQueries({ queryKey: [...roomKey(organization.id, partnership), 'notes'] });
    },
  });
  const text = draft.text.trim();
  const keep = () => {
    if (text !== '' && text.length <= LONGEST && !keeping.isPending) keeping.mutate(text);
  };
  return (
    <div className={style.form}>
      <TextArea
        label={partners.notes.label}
        labelHidden
        placeholder={partners.notes.placeholder}
        value={draft.text}
        onChange={draft.setText}
        draft={draft}
        rows={2}
        longest={LONGEST}
        onSubmit={keep}
      />
      {(text !== '' || keeping.isPending) && (
        <Buttons>
          <Button busy={keeping.isPending} onClick={keep}>
            {partners.notes.add}
          </Button>
        </Buttons>
      )}
      {keeping.error && <ErrorNote error={keeping.error} onRetry={keep} />}
    </div>
  );
}

interface OneNoteProps {
  organization: OurOrganization;
  partnership: string;
  note: Note;
}

function OneNote({ organization, partnership, note }: OneNoteProps) {
  const { notes: words } = useMessages().partners;
  const reader = useReaderNow();
  const edit = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <li className={style.note}>
        <EditNote
          organization={organization}
          partnership={partnership}
          note={note}
          onDone={() => {
            setEditing(false);
            requestAnimationFrame(() => edit.current?.focus());
          }}
        />
      </li>
    );
  }
  return (
    <li className={style.note}>
      <p className={style.text}>{note.text}</p>
      <div className={style.foot}>
        <span>
          {words.by({ name: note.author.name, when: momentSaid(note.updatedAt, reader) })}
          {note.conversationId && (
            <>
              {' · '}
              <Go href={paths.conversation(organization.slug, partnership, note.conversationId)}>
                {words.aboutConversation}
              </Go>
            </>
          )}
        </span>
        {note.may.change && (
          <button type="button" ref={edit} className={style.edit} onClick={() => setEditing(true)}>
            {words.change}
          </button>
        )}
      </div>
    </li>
  );
}

function EditNote({ organization, partnership, note, onDone }: OneNoteProps & { onDone: () => void }) {
  const { partners, general } = useMessages();
  const { notes: words } = partners;
  const queries = useQueryClient();
  const [text, setText] = useState(note.text);
  const [sure, setSure] = useState(false);
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: [...roomKey(organization.id, partnership), 'notes'] });
    onDone();
  };
  const saving = useMutation({
    mutationFn: () => changeNote(organization.id, partnership, note.id, text.trim()),
    onSuccess,
  });
  const dropping = useMutation({ mutationFn: () => dropNote(organization.id, partnership, note.id), onSuccess });
  const error = saving.error ?? dropping.error;
  const save = () => {
    if (text.trim() !== '') saving.mutate();
  };
  return (
    <div className={style.form}>
      <TextArea
        label={words.label}
        labelHidden
        autoFocus
        value={text}
        onChange={setText}
        longest={LONGEST}
        rows={2}
        onSubmit={save}
      />
      <Buttons>
        <Button busy={saving.isPending} onClick={save}>
          {general.actions.save}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {general.actions.cancel}
        </Button>
        <Button kind="quiet" busy={dropping.isPending} onClick={() => (sure ? dropping.mutate() : setSure(true))}>
          {sure ? words.removeSure : words.remove}
        </Button>
      </Buttons>
      {error && <ErrorNote error={error} />}
    </div>
  );
}
