import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { dropNote } from '../notes/api.ts';
import { type MemberPlace, useConversation } from './context.tsx';
import { notesQuery, noteOn } from './room-api.ts';
import style from './conversation.module.css';

/** Notes about this conversation that never leave our organization: another ground, another edge, and the words. */
export function ConversationNotes({ member }: { member: MemberPlace }) {
  const { page } = useConversation();
  const { talk, general } = useMessages();
  const queries = useQueryClient();
  const query = notesQuery(member.organization, page.partnershipId, page.id);
  const notes = useQuery(query);
  const draft = useDraft(`note:${member.organization}:${page.id}`);
  const refresh = () => queries.invalidateQueries({ queryKey: query.queryKey });
  const keep = useMutation({
    mutationFn: () => noteOn(member.organization, page.partnershipId, page.id, draft.text.trim()),
    onSuccess: async () => {
      draft.clear();
      toast(general.actions.saved);
      await refresh();
    },
  });
  const drop = useMutation({
    mutationFn: (note: string) => dropNote(member.organization, page.partnershipId, note),
    onSuccess: refresh,
  });
  const save = () => {
    if (draft.text.trim()) keep.mutate();
  };
  return (
    <OwnNotes organization={member.name} title={talk.notes.title}>
      {notes.data?.map((note) => (
        <div key={note.id} className={style.note}>
          <p>{note.text}</p>
          <div className={style.row}>
            <span className={style.soft}>
              {note.author.name}, <When at={note.createdAt} />
            </span>
            {note.may.change && (
              <button type="button" className={style.inline} onClick={() => drop.mutate(note.id)}>
                {talk.notes.remove}
              </button>
            )}
          </div>
        </div>
      ))}
      <TextArea
        label={talk.notes.label}
        labelHidden
        placeholder={talk.notes.placeholder}
        rows={2}
        value={draft.text}
        onChange={draft.setText}
        draft={draft}
        onSubmit={save}
      />
      {keep.error && <ErrorNote error={keep.error} />}
      <div className={style.row}>
        <Button kind="plain" busy={keep.isPending} disabled={!draft.text.trim()} onClick={save}>
          {talk.notes.save}
        </Button>
      </div>
    </OwnNotes>
  );
}
