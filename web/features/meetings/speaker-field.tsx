import type { Invited } from '../../../server/features/meetings/schema.ts';
import { useMessages } from '../../locale.tsx';
import { SelectField } from '../../ui/field.tsx';

interface SpeakerFieldProps {
  speakers: Invited[];
  value: Invited;
  onChange: (person: string) => void;
}

/** In whose name one answers, where one may write down the words of others too. */
export function SpeakerField({ speakers, value, onChange }: SpeakerFieldProps) {
  const { poll: words, people } = useMessages().meetings;
  if (speakers.length < 2 && value.me) return null;
  return (
    <SelectField
      label={words.whose}
      data={speakers.map((each) => ({
        value: each.id,
        label: each.me ? words.me : words.recorded({ name: each.name ?? people.someone }),
      }))}
      value={value.id}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What a request carries where the words are somebody else's. */
export function recordedFor(speaker: Invited | undefined): { person?: string } {
  return speaker && !speaker.me ? { person: speaker.id } : {};
}
