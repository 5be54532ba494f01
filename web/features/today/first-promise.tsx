import { useMessages } from '../../locale.tsx';
import { Button, GoButton } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import style from './first-promise.module.css';
import type { Beginning } from './use-beginnings.ts';

/** The way to a first promise for somebody new: three steps, the next one as a button. Goes away when they are done, or is put away. */
export function FirstPromise({ steps, hide }: Beginning) {
  const { today } = useMessages();
  const words = today.first;
  return (
    <section className={style.first} aria-labelledby="first-promise">
      <h2 id="first-promise">{words.title}</h2>
      <p className={style.lead}>{words.text}</p>
      <ol className={style.steps}>
        {steps.map(({ step, done, next, href }, index) => (
          <li key={step} className={`${style.step} ${done ? style.done : ''}`} aria-current={next ? 'step' : undefined}>
            <span className={style.mark} aria-hidden="true">
              {done ? <CheckIcon size={16} /> : index + 1}
            </span>
            <span className={style.words}>
              <strong>{words[step].title}</strong>
              {done ? <span className="visually-hidden"> ({words.done})</span> : <span>{words[step].text}</span>}
            </span>
            {next && (
              <GoButton kind="act" href={href}>
                {words[step].act}
              </GoButton>
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button kind="quiet" className={style.hide} onClick={hide}>
          {words.hide}
        </Button>
      </div>
    </section>
  );
}
