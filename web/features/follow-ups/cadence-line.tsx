import { useQuery } from '@tanstack/react-query';
import { momentSaid } from '../../../messages/format.ts';
import { useReaderNow } from '../../clock.tsx';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { OwnNotes } from '../../ui/page.tsx';
import { cadenceQuery } from './api.ts';
import style from './follow-ups.module.css';

/** On a partnership: when both sides were last in contact, and when it is time again. Ours alone. */
export function CadenceLine({ organization, partnership }: { organization: OurOrganization; partnership: string }) {
  const { cadence: words } = useMessages().followUps;
  const reader = useReaderNow();
  const page = useQuery(cadenceQuery(organization.id, partnership)).data;
  if (!page) return null;
  const said = (at: string): string => momentSaid(at, reader, 'noun');
  const next = {
    fine: page.amberAt ? words.fine({ date: said(page.amberAt) }) : '',
    amber: page.redAt ? words.amber({ date: said(page.redAt) }) : '',
    red: words.red,
  };
  return (
    <OwnNotes organization={organization.name} title={words.label}>
      <p className={style.cadence}>
        {page.contactAt ? words.last({ date: said(page.contactAt) }) : words.never}{' '}
        {page.state && <span className={page.state === 'fine' ? undefined : style.due}>{next[page.state]}</span>}
      </p>
    </OwnNotes>
  );
}
