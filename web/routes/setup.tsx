import { useNavigate } from '@tanstack/react-router';
import { Door } from '../features/identity/door.tsx';
import { SetupForm } from '../features/identity/setup-form.tsx';
import { useMessages } from '../locale.tsx';
import { useStart } from '../session.tsx';
import { GoButton } from '../ui/button.tsx';

export function SetupPage() {
  const { setup: words, signIn } = useMessages();
  const { setupNeeded } = useStart();
  const navigate = useNavigate();
  if (!setupNeeded) {
    return (
      <Door title={words.title} lead={words.done}>
        <div>
          <GoButton href="/" kind="act">
            {signIn.submit}
          </GoButton>
        </div>
      </Door>
    );
  }
  return (
    <Door title={words.title} lead={words.intro}>
      <SetupForm onDone={() => void navigate({ href: '/', replace: true })} />
    </Door>
  );
}
