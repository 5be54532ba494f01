import {
  NativeSelect,
  PasswordInput,
  TextInput,
  type NativeSelectProps,
  type PasswordInputProps,
  type TextInputProps,
} from '@mantine/core';
import { useMessages } from '../locale.tsx';
import style from './field.module.css';

interface Labelled {
  label: string;
  /** What it is for, under the label. */
  hint?: string;
  optional?: boolean;
}

function labelOf(label: string, optional: boolean | undefined, word: string) {
  return optional ? (
    <>
      {label} <span className={style.optional}>({word})</span>
    </>
  ) : (
    label
  );
}

const CLASSES = {
  root: style.field,
  label: style.label,
  description: style.hint,
  input: style.input,
  error: style.error,
};

/** One line of text. Errors are read aloud with the field. */
export function Field({ label, hint, optional, ...rest }: Labelled & Omit<TextInputProps, 'label' | 'description'>) {
  const { general } = useMessages();
  return (
    <TextInput
      label={labelOf(label, optional, general.field.optional)}
      description={hint}
      required={!optional}
      withAsterisk={false}
      classNames={CLASSES}
      {...rest}
    />
  );
}

/** A password, with an eye to see it. */
export function PasswordField({ label, hint, ...rest }: Labelled & Omit<PasswordInputProps, 'label' | 'description'>) {
  const { general } = useMessages();
  return (
    <PasswordInput
      label={label}
      description={hint}
      required
      withAsterisk={false}
      classNames={{ ...CLASSES, innerInput: style.inner }}
      visibilityToggleButtonProps={{ 'aria-label': general.field.showPassword, tabIndex: 0, className: style.eye }}
      {...rest}
    />
  );
}

/** One of a few, the device's own way. */
export function SelectField({
  label,
  hint,
  optional,
  ...rest
}: Labelled & Omit<NativeSelectProps, 'label' | 'description'>) {
  const { general } = useMessages();
  return (
    <NativeSelect
      label={labelOf(label, optional, general.field.optional)}
      description={hint}
      classNames={CLASSES}
      {...rest}
    />
  );
}
