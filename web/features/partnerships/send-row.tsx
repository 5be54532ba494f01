import { useMessages } from '../../locale.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';

interface SendRowProps {
  label: string;
  sending: { isPending: boolean; error: unknown };
  onCancel: () => void;
  /** It cannot be sent as it stands; beside it stands why. */
  disabled?: boolean;
}

/** The foot of a form in a dialog: what went wrong, the one button that sends, and the way out. */
export function SendRow({ label, sending, onCancel, disabled }: SendRowProps) {
  const { general } = useMessages();
  return (
    <>
      {sending.error ? <ErrorNote error={sending.error} /> : null}
      <Buttons>
        <Button kind="act" type="submit" busy={sending.isPending} disabled={disabled}>
          {label}
        </Button>
        <Button onClick={onCancel}>{general.actions.cancel}</Button>
      </Buttons>
    </>
  );
}
