import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { numberSaid } from '../../../messages/format.ts';
import type { CheckShape } from '../../../server/features/trust/schema.ts';
import { useLocale, useMessages } from '../../locale.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Measure, Measures } from '../../ui/measure.tsx';
import { Section } from '../../ui/page.tsx';
import { ReliabilityDiagram } from '../../ui/reliability-diagram.tsx';
import { checkQuery } from './api.ts';
import { useFigures } from './figures.ts';
import style from './trust.module.css';

/** Whether the promises of an import would have been foretold: asked for by a button, because it takes a moment. */
export function ModelCheck({ organization, importId }: { organization: string; importId: string }) {
  const { check: words } = useMessages().trust;
  const [asked, ask] = useState(false);
  const found = useQuery({ ...checkQuery(organization, importId), enabled: asked });
  return (
    <Section title={words.title} note={words.lead}>
      <p className={style.soft}>{words.recorded}</p>
      {!found.data && (
        <div>
          <Button busy={found.isFetching} onClick={() => ask(true)}>
            {words.run}
          </Button>
        </div>
      )}
      {found.isFetching && <Loading what={words.title} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Checked found={found.data} />}
    </Section>
  );
}

function Checked({ found }: { found: CheckShape }) {
  const { locale, messages } = useLocale();
  const words = messages.trust.check;
  const { percent } = useFigures();
  const { brier, plainBrier, ece, coverage } = found;
  if (brier === null || ece === null || plainBrier === null) return <p>{words.tooFew}</p>;
  const error = (value: number) => numberSaid(Math.round(value * 1000) / 1000, locale);
  return (
    <>
      <p>{words.scored({ n: found.n })}</p>
      <Measures label={words.title}>
        <Measure
          name={words.brier}
          figure={error(brier)}
          n={words.brierHint({ plain: error(plainBrier) })}
          trend={{ way: brier < plainBrier ? 'better' : 'same', text: brier < plainBrier ? words.better : words.worse }}
        />
        <Measure name={words.ece} figure={percent(ece)} n={words.eceHint} />
        {coverage !== null && <Measure name={words.coverage} figure={percent(coverage)} n={words.coverageHint} />}
      </Measures>
      <ReliabilityDiagram
        name={words.diagram}
        bins={found.bins}
        percent={percent}
        count={(n) => numberSaid(n, locale)}
        words={{
          ...words.axis,
          above: words.above,
          below: words.below,
          diagonal: words.diagonal,
          show: messages.trust.shares.table.show,
        }}
      />
    </>
  );
}
