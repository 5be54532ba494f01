import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { When } from '../../ui/when.tsx';
import { useMessages } from '../../locale.tsx';
import { Fault } from '../../ui/fault.tsx';
import { ActDetails } from '../conversations/act-details.tsx';
import { useConversation } from '../conversations/context.tsx';
import { readerSide, voiceOf } from '../conversations/perspective.ts';
import { saidOf } from '../conversations/said.ts';
import type { FieldProps } from './field-props.ts';
import { problemAt } from './problems.ts';
import style from './composer.module.css';

/** What the other side wrote down for ours, to be confirmed or denied one by one. */
export function RecordedActsField({ values, write, problems }: FieldProps) {
  const { page } = useConversation();
  const messages = useMessages();
  const words = messages.composer.fields;
  const mine = readerSide(page);
  const waiting = page.acts.filter((act) => act.unconfirmed && act.speaker === mine);
  const missing = problemAt(problems, 'answers');
  const yesToAll = () => write({ answers: Object.fromEntries(waiting.map((act) => [act.id, 'yes'])) });
  return (
    <fieldset className={style.group}>
      <legend>{words.confirmEach}</legend>
      {missing && <Fault>{messages.composer.problems[missing]}</Fault>}
      {waiting.map((act) => (
        <div key={act.id} className={style.perCondition}>
          <p>
            <strong>{saidOf(page, act, messages)}</strong>{' '}
            <span className={style.soft}>
              <When at={act.at} />
              {voiceOf(page, act).writer &&
                ` · ${messages.general.recordedBy({ who: voiceOf(page, act).writer ?? '' })}`}
            </span>
          </p>
          <ActDetails act={act} />
          <Choice
            legend={saidOf(page, act, messages)}
            legendHidden
            options={[
              { key: 'yes', label: words.confirmYes },
              { key: 'no', label: words.confirmNo },
            ]}
            value={values.answers[act.id]}
            onChange={(answer) => write({ answers: { ...values.answers, [act.id]: answer } })}
          />
        </div>
      ))}
      {waiting.length > 1 && (
        <div>
          <Button kind="plain" onClick={yesToAll}>
            {words.confirmAll}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
