import { Field } from '../../ui/field.tsx';

interface TextInputProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string;
  /** Not needed, and said so. */
  optional?: boolean;
  hint?: string;
  example?: string;
  type?: 'text' | 'email' | 'search';
  longest?: number;
  disabled?: boolean;
  /** Takes the focus when its dialog opens. */
  first?: boolean;
}

/** A line about a partner or a person there; what the browser knows of its owner is no help here. */
export function TextInput({
  label,
  value,
  onChange,
  optional,
  example,
  longest = 200,
  first,
  ...rest
}: TextInputProps) {
  return (
    <Field
      label={label}
      value={value}
      optional={optional}
      required={false}
      aria-required={optional ? undefined : true}
      placeholder={example}
      maxLength={longest}
      data-autofocus={first || undefined}
      autoComplete="off"
      autoCapitalize={rest.type === 'email' ? 'none' : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
