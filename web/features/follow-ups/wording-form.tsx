import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { blanksOf, type DraftBlank, hasLooseBrace, unknownBlanks, writtenBlank } from '../../../messages/draft-text.ts';
import { listSaid } from '../../../messages/format.ts';
import type { Wording } from '../../../server/features/nudges/schema-wordings.ts';
import { useLocale } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast.tsx';
import { wordDraft, wordingsQuery } from './api.ts';
import { Changed } from './changed.tsx';
import { ReadDraft } from './read-draft.tsx';
import style from './wordings.module.css';

const LONGEST = 4000;

interface WordingFormProps {
  organization: OurOrganization;
  wording: Wording;
  onDone: () => void;
}

/** Saving words, or going back to the product's; the list knows at once. */
function useWording({ organization, wording, onDone }: WordingFormProps, forget: () => void) {
  const { wordings: words } = useLocale().messages.followUpHouse;
  const queries = useQueryClient();
  const { queryKey } = wordingsQuery(organization.id);
  return useMutation({
    mutationFn: (text: string | null) => wordDraft(organization.id, wording, text),
    onSuccess: async (_, text) => {
      toast(text === null ? words.resetDone : words.saved);
      await queries.invalidateQueries({ queryKey });
      onDone();
      forget();
    },
  });
}

/** Words a draft anew: what is filled in is put in by a press, what nobody can fill in is said at once, and beside it stands how it reads. */
export function WordingForm(props: WordingFormProps) {
  const { organization, wording, onDone } = props;
  const { messages, locale: reader } = useLocale();
  const { wordings: words } = messages.followUpHouse;
  const { draft, locale } = wording;
  const before = wording.own ?? wording.product;
  const kept = useDraft(`wording ${organization.id} ${draft} ${locale}`, before);
  const { text, setText } = kept;
  const field = useId();
  useEffect(() => document.getElementById(field)?.focus(), [field]);
  const saving = useWording(props, kept.clear);
  const unknown = unknownBlanks(text, draft);
  const problem =
    text.trim() === ''
      ? words.empty
      : unknown.length > 0
        ? words.unknown({ blanks: listSaid(unknown, reader), n: unknown.length })
        : hasLooseBrace(text)
          ? words.loose
          : undefined;
  const cancel = () => {
    kept.clear();
    onDone();
  };
  return (
    <div className={style.edit}>
      <Form
        label={words.changeNamed({ name: words.names[draft] })}
        onSubmit={() => !problem && !saving.isPending && saving.mutate(text.trim())}
      >
        <TextArea
          id={field}
          label={words.words}
          lang={locale}
          value={text}
          onChange={setText}
          longest={LONGEST}
          draft={{ ...kept, clear: cancel }}
          rows={12}
          {...(problem && { error: problem })}
        />
        <Blanks wording={wording} onPut={(written) => putInto(field, written, setText)} />
        {saving.error && <ErrorNote error={saving.error} />}
        <Buttons>
          <Button
            kind="act"
            type="submit"
            disabled={problem !== undefined || text.trim() === before || text.length > LONGEST}
            busy={saving.isPending}
          >
            {words.save}
          </Button>
          <Button onClick={cancel}>{messages.general.actions.cancel}</Button>
          {wording.own !== null && <Reset busy={saving.isPending} onReset={() => saving.mutate(null)} />}
        </Buttons>
        <Changed wording={wording} />
      </Form>
      <div className={style.beside}>
        <h3>{words.preview}</h3>
        <ReadDraft organization={organization} draft={draft} locale={locale} words={text} />
      </div>
    </div>
  );
}

/** Puts something where the caret stands, in place of what is marked, and leaves the caret behind it. */
function putInto(field: string, written: string, setText: (text: string) => void): void {
  const area = document.getElementById(field);
  if (!(area instanceof HTMLTextAreaElement)) return;
  const { selectionStart: start, selectionEnd: end, value } = area;
  flushSync(() => setText(value.slice(0, start) + written + value.slice(end)));
  area.focus();
  area.setSelectionRange(start + written.length, start + written.length);
}

function Blanks({ wording, onPut }: { wording: Wording; onPut: (written: string) => void }) {
  const { wordings: words } = useLocale().messages.followUpHouse;
  const { draft, locale } = wording;
  const said = (blank: DraftBlank): string => {
    if (blank !== 'day') return words.blanks[blank];
    return draft === 'first' ? '' : words.blanks.day[draft];
  };
  return (
    <fieldset className={style.blanks}>
      <legend>{words.insert}</legend>
      <ul>
        {blanksOf[draft].map((blank) => {
          const written = writtenBlank(blank, locale);
          return (
            <li key={blank}>
              <Button onClick={() => onPut(written)}>
                <span lang={locale}>{written}</span>
              </Button>
              <span className={style.soft}>{said(blank)}</span>
            </li>
          );
        })}
      </ul>
      <p className={style.soft}>{words.left}</p>
    </fieldset>
  );
}

/** Asks once more: the organization's own words are gone then. */
function Reset({ busy, onReset }: { busy: boolean; onReset: () => void }) {
  const { wordings: words } = useLocale().messages.followUpHouse;
  const [sure, setSure] = useState(false);
  return (
    <Button kind="quiet" busy={busy} onClick={() => (sure ? onReset() : setSure(true))}>
      {sure ? words.resetSure : words.reset}
    </Button>
  );
}
