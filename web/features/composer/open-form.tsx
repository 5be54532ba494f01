import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { dayAfter, dayOf } from '../../../messages/format.ts';
import type { ActInput, OpenInput } from '../../../server/features/acts/schema.ts';
import type { PartnershipPage } from '../../../server/features/partnerships/schema.ts';
import { api } from '../../api/client.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Fault } from '../../ui/fault.tsx';
import { draftServer, openConversation, roomPath, type Spoken } from '../conversations/api.ts';
import { peopleQuery } from '../conversations/room-api.ts';
import { sayingFrom } from './saying.ts';
import { TermsField } from './terms-field.tsx';
import { useComposerDraft } from './use-composer-draft.ts';
import { emptyTerms, type TermsValue } from './values.ts';
import style from './composer.module.css';

export interface OpenFormProps {
  organization: string;
  room: PartnershipPage;
  kind: 'request' | 'offer';
  thread?: string;
  /** A conversation that the new one helps with, or is done in return for. */
  link?: { relation: 'supports' | 'exchange'; other: string };
  /** What it grows out of, to keep its draft apart, and the words it begins with. */
  from?: { key: string; what: string };
  onOpened: (stored: Spoken) => void;
  onCancel: () => void;
}

/** A first request as an example: what a small, checkable ask looks like. */
function useExample(): (today: string) => TermsValue {
  const { composer } = useMessages();
  return (today) => ({
    ...emptyTerms(dayAfter(today, 7)),
    what: composer.fields.whatExample,
    conditions: composer.fields.conditionExamples.map((text, index) => ({ key: `e${index}`, text })),
    due: { date: dayAfter(today, 60), time: '' },
  });
}

/** Opens a conversation and, where it belongs to another, ties them together in the same go. */
async function openAndLink(
  organization: string,
  partnership: string,
  input: OpenInput,
  link: OpenFormProps['link'],
): Promise<Spoken> {
  const stored = await openConversation(organization, partnership, input);
  if (!link) return stored;
  const tie: ActInput = { saying: { kind: 'link', ...link } };
  await api
    .post(`${roomPath(organization, partnership)}/conversations/${stored.conversation}/acts`, tie, {
      ifMatch: stored.head,
    })
    // It is open all the same; the tie can be made from its page.
    .catch(() => undefined);
  return stored;
}

function useOpening({ organization, room, kind, thread, link, from, onOpened }: OpenFormProps) {
  const reader = useReaderNow();
  const today = dayOf(reader.now, reader.zone);
  const [server] = useState(() => draftServer(organization));
  const kept = useComposerDraft(`open:${room.id}:${kind}:${thread ?? link?.other ?? from?.key ?? ''}`, {}, server);
  const terms = kept.draft.values.terms ?? { ...emptyTerms(dayAfter(today, 7)), what: from?.what ?? '' };
  const result = sayingFrom(
    kind,
    { ...kept.draft.values, terms },
    { zone: reader.zone, conditions: [], recordedActs: [], late: false },
  );
  const [tried, setTried] = useState(false);
  const [to, setTo] = useState('');
  const open = useMutation({
    mutationFn: (input: OpenInput) => openAndLink(organization, room.id, input, link),
    onSuccess: (stored) => {
      kept.clear();
      onOpened(stored);
    },
  });
  const send = (recorded: boolean) => {
    setTried(true);
    const saying = result.saying;
    if (!saying || (saying.kind !== 'request' && saying.kind !== 'offer')) return false;
    open.mutate({
      saying,
      ...(to && !recorded ? { to } : {}),
      ...(thread ? { threadId: thread } : {}),
      ...(recorded ? { recorded: to ? { person: to } : {} } : {}),
    });
    return true;
  };
  return { kept, terms, today, problems: tried ? result.problems : [], open, send, to, setTo };
}

interface WhoseProps {
  room: PartnershipPage;
  organization: string;
  recordable: boolean;
  recorded: boolean;
  onRecorded: (recorded: boolean) => void;
  to: string;
  onTo: (person: string) => void;
}

/** In whose words it is said, and to whom of the other side (or who of them said it). */
function WhoseWords({ room, organization, recordable, recorded, onRecorded, to, onTo }: WhoseProps) {
  const { composer: words } = useMessages();
  const people = useQuery(peopleQuery(organization, room.id));
  const theirs =
    people.data?.filter((each) => each.side !== room.mySide && each.side !== 'newcomer' && each.endedAt === null) ?? [];
  return (
    <>
      {recordable && (
        <Choice
          legend={words.open.speaker}
          options={[
            { key: 'us', label: words.open.weSpeak },
            { key: 'them', label: words.open.theySpoke({ partner: room.partner.name }) },
          ]}
          value={recorded ? 'them' : 'us'}
          onChange={(whose) => onRecorded(whose === 'them')}
        />
      )}
      {recorded && <p className={style.soft}>{words.recorded.why({ name: room.partner.name })}</p>}
      {theirs.length > 0 && (
        <SelectField
          label={recorded ? words.recorded.who : words.open.to}
          data={[
            { value: '', label: recorded ? words.recorded.whoUnknown : words.open.toAnyone },
            ...theirs.map((each) => ({ value: each.id, label: [each.name, each.title].filter(Boolean).join(', ') })),
          ]}
          value={to}
          onChange={(event) => onTo(event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** Asking for something or offering something: whom, in whose words, and the terms. Ctrl or Cmd with Enter sends, as everywhere. */
export function OpenForm(props: OpenFormProps) {
  const { organization, room, kind, onCancel } = props;
  const { composer: words, general } = useMessages();
  const { kept, terms, today, problems, open, send, to, setTo } = useOpening(props);
  const example = useExample();
  const container = useRef<HTMLElement>(null);
  const recordable = room.sides.some((side) => side.recordable);
  const [wanted, setRecorded] = useState(false);
  const recorded = wanted && recordable;
  const blank = terms.what === '' && terms.conditions.every((each) => each.text === '');
  const own = room.sides.find((side) => side.side === room.mySide)?.name ?? '';
  const submit = () => {
    if (!send(recorded))
      requestAnimationFrame(() => container.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    // The section only forwards keys pressed in its fields.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={container}
      aria-label={words.title}
      className={`${style.composer} ${recorded ? style.recorded : ''}`}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      <div className={recorded ? style.slip : undefined}>
        <form
          className={style.stack}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <WhoseWords {...{ room, organization, recordable, recorded, to }} onRecorded={setRecorded} onTo={setTo} />
          {blank && (
            <div className={style.offer}>
              <span>
                {words.open.example}: “{words.fields.whatExample}”
              </span>
              <Button kind="quiet" onClick={() => kept.write({ terms: example(today) })}>
                {words.open.useExample}
              </Button>
            </div>
          )}
          <TermsField kind={kind} value={terms} problems={problems} onChange={(next) => kept.write({ terms: next })} />
          <p className={style.soft}>{words.audienceOwn({ own, partner: room.partner.name })}</p>
          {problems.length > 0 && <Fault>{words.problemsTitle({ n: problems.length })}</Fault>}
          {open.error && <ErrorNote error={open.error} />}
          <Buttons>
            <Button type="submit" kind="act" busy={open.isPending} aria-keyshortcuts="Control+Enter">
              {recorded ? words.recorded.send : kind === 'request' ? words.open.sendAsk : words.open.sendOffer}
            </Button>
            <Button kind="no" onClick={onCancel}>
              {general.actions.cancel}
            </Button>
            <span className={style.soft}>{kept.kept ? words.draftKept : ''}</span>
          </Buttons>
        </form>
      </div>
    </section>
  );
}
