import { useMessages } from '../../locale.tsx';
import { WordsField } from '../../ui/words-field.tsx';

/** As many topics as one person may have. */
export const MOST_TOPICS = 20;
const LONGEST_TOPIC = 60;

interface TopicsFieldProps {
  topics: string[];
  onChange: (topics: string[]) => void;
  typed: string;
  onType: (text: string) => void;
}

/** What somebody talks about. */
export function TopicsField({ topics, onChange, typed, onType }: TopicsFieldProps) {
  const { pairs: words } = useMessages();
  return (
    <WordsField
      label={words.topics}
      hint={words.topicsHint}
      example={words.topicsExample}
      words={topics}
      onChange={onChange}
      typed={typed}
      onType={onType}
      longest={LONGEST_TOPIC}
      most={MOST_TOPICS}
      addLabel={words.topicAdd}
      removeLabel={(topic) => words.topicRemove({ topic })}
    />
  );
}
