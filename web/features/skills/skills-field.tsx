import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useLocale } from '../../locale.tsx';
import field from '../../ui/field.module.css';
import { CrossIcon, PlusIcon } from '../../ui/icons.tsx';
import { skillsQuery } from './api.ts';
import { addSkill, longestSkill, type Option, optionsFor } from './skills-choice.ts';
import style from './skills.module.css';

/** How long typing rests before the server is asked. */
const REST_MS = 120;

interface SkillsFieldProps {
  organization: string;
  label: string;
  /** What it is for, under the label. */
  hint?: string;
  optional?: boolean;
  error?: string;
  value: string[];
  onChange: (skills: string[]) => void;
  /** How many can be chosen. */
  most?: number;
  disabled?: boolean;
}

/**
 * Skills by typing: what the vocabularies know is offered, anything else is added as it was written. Arrows and Enter choose, a comma
 * or leaving the field adds what was typed, Backspace in the empty field takes the last one away.
 */
export function SkillsField({
  organization,
  label,
  hint,
  optional,
  error,
  value,
  onChange,
  most = 30,
  disabled,
}: SkillsFieldProps) {
  const { messages } = useLocale();
  const words = messages.skills;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');

  const add = (text: string) => {
    const adding = addSkill(value, text, most);
    if (!adding) return;
    if (adding.kind === 'added') onChange(adding.value);
    setSaid(adding.kind === 'full' ? words.full({ most }) : words[adding.kind]({ skill: adding.skill }));
  };
  const remove = (skill: string) => {
    onChange(value.filter((each) => each !== skill));
    setSaid(words.removed({ skill }));
    input.current?.focus();
  };

  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label} {optional && <span className={field.optional}>({messages.general.field.optional})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={field.hint}>
          {hint}
        </div>
      )}
      <Chosen label={label} skills={value} disabled={disabled} onRemove={remove} />
      <Typing
        organization={organization}
        id={id}
        input={input}
        value={value}
        described={described}
        invalid={Boolean(error)}
        disabled={disabled}
        onAdd={add}
        onTakeLast={() => {
          const last = value.at(-1);
          if (last !== undefined) remove(last);
        }}
      />
      {error && (
        <div id={`${id}-error`} className={`${field.error} ${field.fault}`}>
          {error}
        </div>
      )}
      <output className="visually-hidden" aria-live="polite">
        {said}
      </output>
    </div>
  );
}

interface ChosenProps {
  label: string;
  skills: readonly string[];
  disabled: boolean | undefined;
  onRemove: (skill: string) => void;
}

/** What was chosen so far, each with a way to take it out again. */
function Chosen({ label, skills, disabled, onRemove }: ChosenProps) {
  const words = useLocale().messages.skills;
  if (skills.length === 0) return null;
  return (
    <ul className={style.chosen} aria-label={words.chosen({ label })}>
      {skills.map((skill) => (
        <li key={skill} className={style.chip}>
          <span>{skill}</span>
          <button
            type="button"
            disabled={disabled}
            aria-label={words.remove({ skill })}
            onClick={() => onRemove(skill)}
          >
            <CrossIcon size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface TypingProps {
  organization: string;
  id: string;
  input: RefObject<HTMLInputElement | null>;
  value: readonly string[];
  described: string;
  invalid: boolean;
  disabled?: boolean;
  onAdd: (text: string) => void;
  onTakeLast: () => void;
}

/** The input with its list: a combobox as WAI-ARIA describes it, the focus staying in the input. */
function Typing({ organization, id, input, value, described, invalid, disabled, onAdd, onTakeLast }: TypingProps) {
  const words = useLocale().messages.skills;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<number>();
  const offered = useOffered(organization, text, value);
  const shown = open && offered.options.length > 0;
  const choose = (skill: string) => {
    onAdd(skill);
    setText('');
    setOpen(false);
    setActive(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const done = keyed(event.key, {
      text,
      options: shown ? offered.options : [],
      active,
      setActive,
      choose,
      onTakeLast,
      close: () => setOpen(false),
      isOpen: shown,
    });
    if (done) event.preventDefault();
    if (done && event.key === 'Escape') event.stopPropagation();
  };
  return (
    <div className={style.typing}>
      <input
        ref={input}
        id={id}
        className={style.input}
        role="combobox"
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        placeholder={words.placeholder}
        maxLength={longestSkill}
        value={text}
        disabled={disabled}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active !== undefined ? `${id}-${active}` : undefined}
        aria-describedby={described || undefined}
        aria-invalid={invalid || undefined}
        onChange={(event) => {
          const { value: now } = event.currentTarget;
          setActive(undefined);
          setOpen(true);
          if (!now.includes(',')) return setText(now);
          for (const part of now.split(',').slice(0, -1)) onAdd(part);
          setText(now.split(',').at(-1)?.trimStart() ?? '');
        }}
        onKeyDown={onKeyDown}
        onBlur={() => choose(text)}
      />
      <Offers id={id} shown={shown} offered={offered} active={active} choose={choose} />
      <output className="visually-hidden" aria-live="polite">
        {shown && offered.settled ? words.offered({ count: offered.options.filter(({ own }) => !own).length }) : ''}
      </output>
    </div>
  );
}

/** What is offered for the text, asked once the typing rests. */
function useOffered(organization: string, text: string, value: readonly string[]) {
  const { locale } = useLocale();
  const [rested] = useDebouncedValue(text.trim(), REST_MS);
  const { data, isPlaceholderData } = useQuery(skillsQuery(organization, rested, locale));
  const found = text.trim() === '' ? undefined : data;
  return {
    options: optionsFor(found?.items ?? [], text, value),
    attributions: found?.attributions ?? [],
    settled: rested === text.trim() && !isPlaceholderData,
  };
}

interface Keyed {
  text: string;
  options: readonly Option[];
  active: number | undefined;
  setActive: (index: number | undefined) => void;
  choose: (skill: string) => void;
  onTakeLast: () => void;
  close: () => void;
  isOpen: boolean;
}

/** What a key does; true when the input must not act on it as well. */
function keyed(key: string, { text, options, active, setActive, choose, onTakeLast, close, isOpen }: Keyed): boolean {
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (options.length === 0) return false;
    const step = key === 'ArrowDown' ? 1 : -1;
    const from = active ?? (step > 0 ? -1 : options.length);
    setActive((from + step + options.length) % options.length);
    return true;
  }
  if (key === 'Enter') {
    const chosen = active === undefined ? text : (options[active]?.skill ?? text);
    if (chosen.trim() === '') return false;
    choose(chosen);
    return true;
  }
  if (key === 'Escape' && isOpen) {
    close();
    return true;
  }
  if (key === 'Backspace' && text === '') onTakeLast();
  return false;
}

interface OffersProps {
  id: string;
  shown: boolean;
  offered: ReturnType<typeof useOffered>;
  active: number | undefined;
  choose: (skill: string) => void;
}

/** The list under the input, and whose vocabularies it comes from. */
function Offers({ id, shown, offered, active, choose }: OffersProps) {
  const words = useLocale().messages.skills;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== undefined) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // The input keeps the focus, so that pressing an offer does not add what was typed so far.
    <div className={style.list} hidden={!shown} onPointerDown={(event) => event.preventDefault()}>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={words.label}>
        {offered.options.map((option, index) => (
          <Offer
            key={option.key}
            id={`${id}-${index}`}
            option={option}
            active={index === active}
            onChoose={() => choose(option.skill)}
          />
        ))}
      </div>
      {offered.attributions.length > 0 && <p className={style.origin}>{offered.attributions.join(' ')}</p>}
    </div>
  );
}

interface OfferProps {
  id: string;
  option: Option;
  active: boolean;
  onChoose: () => void;
}

function Offer({ id, option, active, onChoose }: OfferProps) {
  const words = useLocale().messages.skills;
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={style.offer}
      onClick={onChoose}
    >
      {option.own && <PlusIcon size={14} />}
      <span>
        {option.own ? words.own({ text: option.skill }) : option.skill}
        {option.also && <span className={style.also}>{words.also({ name: option.also })}</span>}
      </span>
    </button>
  );
}
