import { useQuery } from '@tanstack/react-query';
import { blanksOf, type DraftBlank, draftExamples, fillDraft } from '../../../messages/draft-text.ts';
import { dayAfter, dayOf, fullDay } from '../../../messages/format.ts';
import type { Locale } from '../../../messages/locale.ts';
import type { Wording } from '../../../server/features/nudges/schema-wordings.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import { type OurOrganization, usePerson } from '../../session.tsx';
import { partnerChoiceQuery } from '../partnerships/api.ts';
import style from './wordings.module.css';

/** Around what was filled in, so that it can be marked; nobody can type them. */
const [BEGIN, END] = ['\uE000', '\uE001'];
/** Something that happened a while ago. */
const AGO = -20;

interface ReadDraftProps {
  organization: OurOrganization;
  draft: Wording['draft'];
  locale: Locale;
  words: string;
}

/** A draft as it would be sent, with what is filled in marked: real where something real is known, else an example. */
export function ReadDraft({ organization, draft, locale, words }: ReadDraftProps) {
  const { wordings } = useMessages().followUpHouse;
  const me = usePerson();
  const reader = useReaderNow();
  const partner = useQuery(partnerChoiceQuery(organization.id)).data?.items[0]?.partner.name;
  const example = draftExamples[locale];
  const values: Record<DraftBlank, string> = {
    name: example.name,
    partner: partner ?? example.partner,
    subject: example.subject,
    sender: me.name,
    organization: organization.name,
    day: fullDay(dayAfter(dayOf(reader.now, reader.zone), AGO), locale),
  };
  const known = Object.fromEntries(blanksOf[draft].map((blank) => [blank, `${BEGIN}${values[blank]}${END}`]));
  const parts = fillDraft(words.replace(/[\uE000\uE001]/g, ''), known).split(/(\uE000[^\uE001]*\uE001)/);
  return (
    <blockquote className={style.letter} lang={locale} aria-label={wordings.preview}>
      {parts.map((part, index) =>
        part.startsWith(BEGIN) ? (
          <span key={index} className={style.filled}>
            {part.slice(1, -1)}
          </span>
        ) : (
          part
        ),
      )}
    </blockquote>
  );
}
