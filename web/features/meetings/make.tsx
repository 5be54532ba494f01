import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { dayAfter, dayOf } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Menu, type MenuProps } from '../../ui/menu.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { OpenForm } from '../composer/open-form.tsx';
import { sendPoint } from '../interviews/api.ts';
import { newId } from '../interviews/new-id.ts';
import { deliveryOf, newPoint } from '../interviews/point-model.ts';
import { SendRow } from '../partnerships/send-row.tsx';
import type { AfterProps } from './after.tsx';
import { talkOfMeeting } from './api.ts';
import { partnerName } from './perspective.ts';
import { useAddResult } from './use-add-result.ts';

/** Something being made of a meeting, or of one line of its minutes. */
export interface Making {
  what: 'request' | 'offer' | 'idea' | 'need' | 'giving' | 'follow-up';
  text: string;
  /** The idea it was before. */
  idea?: string;
}

interface MakeMenuProps extends AfterProps {
  /** The line it is made of. */
  text?: string;
  onMake: (making: Making) => void;
  children: MenuProps['children'];
}

/** What can be made of a meeting: what the partner will see, and what stays ours, under their own names. */
export function MakeMenu({ organization, room, seen, time, text = '', onMake, children }: MakeMenuProps) {
  const { results: words } = useMessages().meetings;
  const make = (what: Making['what']) => () => onMake({ what, text });
  const next = paths.newMeeting(organization.slug, room.id, {
    meeting: seen.meeting.id,
    occurrence: time.occurrence,
  });
  return (
    <Menu
      groups={[
        {
          label: words.sharedGroup({ partner: partnerName(seen) }),
          entries: [
            { label: text ? words.askThis : words.ask, onPress: make('request') },
            { label: text ? words.offerThis : words.offer, onPress: make('offer') },
            { label: words.idea, onPress: make('idea') },
            { label: words.next, href: next },
          ],
        },
        {
          label: words.ownGroup,
          entries: [
            { label: words.need, onPress: make('need') },
            { label: words.giving, onPress: make('giving') },
            { label: words.followUp, onPress: make('follow-up') },
          ],
        },
      ]}
    >
      {children}
    </Menu>
  );
}

interface MakeDialogProps extends AfterProps {
  making: Making;
  onClose: () => void;
  onMade: () => Promise<void>;
}

/** The form of what is being made, over the page of the meeting. */
export function MakeDialog(props: MakeDialogProps) {
  const { seen, making, onClose } = props;
  const { results: words } = useMessages().meetings;
  const partner = partnerName(seen);
  const titles: Record<Making['what'], string> = {
    request: words.askTitle({ partner }),
    offer: words.offerTitle({ partner }),
    idea: words.idea,
    need: words.heardTitle.need,
    giving: words.heardTitle.offer,
    'follow-up': words.heardTitle.note,
  };
  const { what } = making;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={titles[what]}
      size={what === 'request' || what === 'offer' ? 'large' : 'normal'}
    >
      {what === 'request' || what === 'offer' ? (
        <Opening {...props} kind={what} />
      ) : what === 'idea' ? (
        <IdeaForm {...props} />
      ) : (
        <HeardForm {...props} what={what} />
      )}
    </Dialog>
  );
}

/** The request or offer itself; once it is sent it stands among the results. */
function Opening(props: MakeDialogProps & { kind: 'request' | 'offer' }) {
  const { organization, room, place, time, making, kind, onClose, onMade } = props;
  const { results: words } = useMessages().meetings;
  const router = useRouter();
  const adding = useAddResult(place, time, onMade);
  return (
    <OpenForm
      organization={organization.id}
      room={room}
      kind={kind}
      from={{ key: `meeting:${place.meeting}:${making.idea ?? making.text}`, what: making.text }}
      onOpened={({ conversation, partnership }) =>
        adding.mutate(
          { kind: 'conversation', conversation, ...(making.idea ? { idea: making.idea } : {}) },
          {
            onSuccess: () => toast(words.opened),
            // It was sent all the same: the conversation itself is shown, where nothing is lost.
            onError: () =>
              void router.navigate({ href: paths.conversation(organization.slug, partnership, conversation) }),
          },
        )
      }
      onCancel={onClose}
    />
  );
}

/** Another way to collaborate, for both sides to see, to become a request or an offer later. */
function IdeaForm({ place, time, making, onClose, onMade, seen }: MakeDialogProps) {
  const { results: words } = useMessages().meetings;
  const { general } = useMessages();
  const [text, setText] = useState(making.text);
  const adding = useAddResult(place, time, onMade);
  return (
    <Form onSubmit={() => text.trim() && adding.mutate({ kind: 'idea', text: text.trim() })}>
      <TextArea
        label={words.ideaLabel}
        hint={general.rooms.crossing({ who: partnerName(seen) })}
        placeholder={words.ideaExample}
        longest={2000}
        value={text}
        onChange={setText}
      />
      <SendRow label={words.ideaSave} sending={adding} onCancel={onClose} disabled={text.trim() === ''} />
    </Form>
  );
}

/** What was heard, or is to be followed up: kept in our own notes of the talk, from where it can be read back. */
function HeardForm(props: MakeDialogProps & { what: 'need' | 'giving' | 'follow-up' }) {
  const { organization, room, place, time, making, what, onClose, onMade } = props;
  const { results: words } = useMessages().meetings;
  const { general } = useMessages();
  const reader = useReaderNow();
  const follows = what === 'follow-up';
  const [text, setText] = useState(making.text);
  const [todo, setTodo] = useState('');
  const [by, setBy] = useState(dayAfter(dayOf(reader.now, reader.zone), 7));
  const keeping = useMutation({
    mutationFn: async () => {
      const { interview } = await talkOfMeeting(place, time.occurrence);
      const point = newPoint(
        interview,
        {
          text: text.trim(),
          position: Date.parse(reader.now) / 1000,
          tag: what === 'need' ? 'need' : what === 'giving' ? 'offer' : null,
          ...(follows
            ? { settled: 'follow-up' as const, settledWords: todo.trim(), followUpBy: by === '' ? null : by }
            : {}),
        },
        newId,
      );
      await sendPoint(organization.id, room.id, interview, point.id, deliveryOf(point));
    },
    onSuccess: async () => {
      toast(words.heardKept);
      await onMade();
    },
  });
  const ready = text.trim() !== '' && (!follows || todo.trim() !== '');
  return (
    <Form onSubmit={() => ready && keeping.mutate()}>
      <TextArea
        label={words.heardText}
        hint={general.rooms.ownNotesSeenBy({ organization: organization.name })}
        longest={1000}
        value={text}
        onChange={setText}
      />
      {follows && (
        <>
          <TextArea label={words.heardDo} rows={1} longest={2000} value={todo} onChange={setTodo} />
          <DateField optional label={words.heardBy} value={by} onChange={setBy} />
        </>
      )}
      <SendRow label={words.heardSave} sending={keeping} onCancel={onClose} disabled={!ready} />
    </Form>
  );
}
