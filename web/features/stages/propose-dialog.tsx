import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import type { OurOrganization } from '../../session.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { announce } from '../../ui/toast.tsx';
import { peopleQuery } from '../partnerships/api.ts';
import { proposeMove, stageQuery } from './api.ts';
import { ProposeForm } from './propose-form.tsx';

interface ProposeDialogProps {
  organization: OurOrganization;
  partnership: string;
  /** The partner's name, where the page behind is about several. */
  partner?: string;
  opened: boolean;
  onClose: () => void;
}

/** The window in which a step is proposed, from the partner's page or the board. */
export function ProposeDialog({ organization, partnership, partner, opened, onClose }: ProposeDialogProps) {
  const { stages } = useMessages();
  const queries = useQueryClient();
  const found = useQuery({ ...stageQuery(organization.id, partnership), enabled: opened });
  const people = useQuery({ ...peopleQuery(organization.id, partnership), enabled: opened });
  const title = partner ? `${stages.form.title}: ${partner}` : stages.form.title;
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      {found.isPending && <Loading what={stages.loading} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <ProposeForm
          slug={organization.slug}
          partnership={partnership}
          page={found.data}
          people={people.data}
          onSend={async (input) => {
            await proposeMove(organization.id, partnership, input);
            announce(stages.done.proposed);
            await queries.invalidateQueries({ queryKey: ['organizations', organization.id] });
          }}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}
