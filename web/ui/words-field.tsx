import { useState } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { CrossIcon } from './icons.tsx';
import style from './words-field.module.css';

interface WordsFieldProps {
  label: string;
  hint?: string;
  example?: string;
  words: string[];
  onChange: (words: string[]) => void;
  /** What is typed and not yet a word of the list: saved with the rest by who sends the form. */
  typed: string;
  onType: (text: string) => void;
  longest: number;
  most: number;
  addLabel: string;
  removeLabel: (word: string) => string;
}

/** The list with what is still being typed: nothing written is lost because Enter was forgotten. */
export function withTyped(words: string[], typed: string): string[] {
  const more = typed
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const seen = new Set(words.map((word) => word.toLowerCase()));
  return [...words, ...more.filter((word) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))];
}

/** A few words in any order: each a chip that can be taken out, added by Enter, a comma or the button. */
export function WordsField(props: WordsFieldProps) {
  const { label, hint, example, words, onChange, typed, onType, longest, most, addLabel, removeLabel } = props;
  const [said, setSaid] = useState('');
  const full = words.length >= most;
  const add = () => {
    const next = withTyped(words, typed).slice(0, most);
    if (next.length > words.length) setSaid(next.slice(words.length).join(', '));
    onChange(next);
    onType('');
  };
  return (
    <div className={style.words}>
      <div className={style.entry}>
        <Field
          label={label}
          hint={hint}
          optional
          placeholder={example}
          maxLength={longest}
          value={typed}
          disabled={full}
          autoComplete="off"
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if ((event.key !== 'Enter' && event.key !== ',') || typed.trim() === '') return;
            event.preventDefault();
            add();
          }}
        />
        {typed.trim() !== '' && <Button onClick={add}>{addLabel}</Button>}
      </div>
      <output className="visually-hidden">{said}</output>
      {words.length > 0 && (
        <ul className={style.chips}>
          {words.map((word) => (
            <li key={word} className={style.chip}>
              {word}
              <button
                type="button"
                className={style.remove}
                aria-label={removeLabel(word)}
                onClick={() => onChange(words.filter((each) => each !== word))}
              >
                <CrossIcon size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
