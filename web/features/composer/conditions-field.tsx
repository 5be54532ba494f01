import { useRef } from 'react';
import { useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { CrossIcon, PlusIcon } from '../../ui/icons.tsx';
import type { ConditionValue } from './values.ts';
import style from './composer.module.css';

export interface ConditionsFieldProps {
  conditions: readonly ConditionValue[];
  error?: string;
  onChange: (conditions: ConditionValue[]) => void;
}

/** The conditions of satisfaction, one line each. Enter adds the next. */
export function ConditionsField({ conditions, error, onChange }: ConditionsFieldProps) {
  const { composer, conversation } = useMessages();
  const words = composer.fields;
  const list = useRef<HTMLOListElement>(null);
  const focusAt = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[index]?.focus());
  const add = () => {
    const key = `n${Math.max(0, ...conditions.map((each) => Number(each.key.replace(/\D/g, '')) || 0)) + 1}`;
    onChange([...conditions, { key, text: '' }]);
    focusAt(conditions.length);
  };
  return (
    <fieldset className={style.group}>
      <legend>{words.conditions}</legend>
      <p className={style.soft}>{words.conditionsHint}</p>
      <ol ref={list} className={style.conditions}>
        {conditions.map((condition, index) => (
          <li key={condition.key}>
            <Field
              label=""
              aria-label={conversation.terms.condition({ n: index + 1 })}
              maxLength={1000}
              placeholder={index === 0 ? words.conditionExample : undefined}
              value={condition.text}
              error={index === 0 ? error : undefined}
              onChange={(event) => {
                const text = event.currentTarget.value;
                onChange(conditions.map((each) => (each.key === condition.key ? { ...each, text } : each)));
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                if (index === conditions.length - 1) add();
                else focusAt(index + 1);
              }}
            />
            {conditions.length > 1 && (
              <button
                type="button"
                className={style.remove}
                aria-label={words.removeCondition({ n: index + 1 })}
                onClick={() => {
                  onChange(conditions.filter((each) => each.key !== condition.key));
                  focusAt(Math.max(0, index - 1));
                }}
              >
                <CrossIcon size={16} />
              </button>
            )}
          </li>
        ))}
      </ol>
      {conditions.length < 50 && (
        <Button kind="quiet" onClick={add}>
          <PlusIcon size={16} /> {conversation.terms.addCondition}
        </Button>
      )}
    </fieldset>
  );
}
