import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportShape } from '../../../server/features/imports/schema.ts';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { undoQuery } from './api.ts';
import style from './imports.module.css';
import { useCount } from './preview.tsx';
import { useTask } from './use-task.ts';

interface UndoProps {
  organization: OurOrganization;
  found: ImportShape;
}

/** Takes an import back, once it was said what goes and what stays. */
export function UndoButton({ organization, found }: UndoProps) {
  const { undo: words, done } = useMessages().imports;
  const [asking, setAsking] = useState(false);
  const undo = useTask(organization.id, found.id, 'undo');
  return (
    <div>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {done.undo}
      </Button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={words.title}>
        <div className={style.stack}>
          <Foreseen organization={organization} found={found} />
          {undo.error && <ErrorNote error={undo.error} />}
          <Buttons>
            <Button kind="act" busy={undo.isPending} onClick={() => undo.mutate()}>
              {words.yes}
            </Button>
            <Button kind="no" onClick={() => setAsking(false)}>
              {words.no}
            </Button>
          </Buttons>
        </div>
      </Dialog>
    </div>
  );
}

function Foreseen({ organization, found }: UndoProps) {
  const { undo: words } = useMessages().imports;
  const count = useCount();
  const foreseen = useQuery({ ...undoQuery(organization.id, found.id), staleTime: 0 });
  return (
    <>
      {foreseen.isPending && <Loading />}
      {foreseen.data && <p>{words.goes(count(foreseen.data.goes))}</p>}
      {foreseen.data && foreseen.data.stays > 0 && <p>{words.remains(count(foreseen.data.stays))}</p>}
      <p className={style.soft}>{words.stays}</p>
    </>
  );
}
