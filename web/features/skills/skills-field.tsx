import { TagsInput } from '@mantine/core';
import { useMessages } from '../../locale.tsx';

interface SkillsFieldProps {
  organization: string;
  label: string;
  hint?: string;
  optional?: boolean;
  value: string[];
  onChange: (skills: string[]) => void;
}

/** Skills in free words, one chip each. */
export function SkillsField({ label, hint, optional, value, onChange }: SkillsFieldProps) {
  const { general } = useMessages();
  return (
    <TagsInput
      label={optional ? `${label} (${general.field.optional})` : label}
      description={hint}
      value={value}
      onChange={onChange}
    />
  );
}
