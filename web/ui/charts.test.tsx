import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Measure, Measures } from './measure.tsx';
import { ReliabilityDiagram } from './reliability-diagram.tsx';
import { ShareBar } from './share-bar.tsx';
import { TrendLine, type TrendPoint } from './trend-line.tsx';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const cells = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '')),
  );

describe('a line through time', () => {
  const point = (text: string, more: Partial<TrendPoint>): TrendPoint => ({
    at: `2026-06-${text}T00:00:00Z`,
    text,
    value: null,
    low: null,
    high: null,
    ...more,
  });
  const shown = (points: TrendPoint[]) =>
    renderToStaticMarkup(
      <TrendLine
        name="It rose"
        points={points}
        percent={percent}
        unknownWord="Too early"
        markWords={{ kept: 'Kept', broken: 'Broken', repaired: 'Repaired' }}
        table={{ show: 'As a table', at: 'Day', value: 'Value', interval: 'Between', what: 'What' }}
      />,
    );

  test('has every point in its table, the unknown ones too', () => {
    const html = shown([
      point('01', { mark: 'kept' }),
      point('02', { value: 0.5, low: 0.3, high: 0.7, mark: 'broken', label: 'Training' }),
      point('03', { value: 0.6, low: 0.4, high: 0.8 }),
    ]);
    expect(cells(html)).toEqual([
      ['Day', 'Value', 'Between', 'What'],
      ['01', 'Too early', '–', 'Kept'],
      ['02', '50%', '30%–70%', 'Broken: Training'],
      ['03', '60%', '40%–80%', ''],
    ]);
    expect(html).toContain('role="img" aria-label="It rose"');
  });

  test('says nothing of what happened when nothing did, and explains no sign that is not there', () => {
    const html = shown([point('02', { value: 0.5, low: 0.3, high: 0.7 }), point('03', { value: 0.6 })]);
    expect(cells(html)[0]).toEqual(['Day', 'Value', 'Between']);
    expect(html).not.toMatch(/Kept|Broken|Repaired|Too early/);
  });

  test('says the word for the unknown under the picture where the stretch is too narrow for it', () => {
    const days = Array.from({ length: 20 }, (_, day) => String(day + 10));
    const html = shown(days.map((day) => point(day, day === '15' ? {} : { value: 0.5 })));
    expect(html).toMatch(/<li>.*Too early<\/li>/);
  });

  test('without points is nothing', () => {
    expect(shown([])).toBe('');
  });
});

describe('a bar of shares', () => {
  const shares = [
    { key: 'a', label: 'Own', weight: 0.75, points: 0.6, tone: 'ours' as const },
    { key: 'b', label: 'Others', weight: 0.25, points: 0.1, tone: 'quiet' as const },
  ];
  const html = renderToStaticMarkup(
    <ShareBar
      name="Two shares"
      shares={shares}
      percent={percent}
      said={(share) => `adds ${percent(share.points)}`}
      table={{ show: 'As a table', label: 'Share', weight: 'Weight', points: 'Points' }}
    >
      {(share) => (share.key === 'a' ? () => 'Three promises' : undefined)}
    </ShareBar>,
  );

  test('has an entry and a row for each share', () => {
    expect(html.match(/<li>/g)).toHaveLength(2);
    expect(html).toContain('adds 60%');
    expect(cells(html)).toEqual([
      ['Share', 'Weight', 'Points'],
      ['Own', '75%', '60%'],
      ['Others', '25%', '10%'],
    ]);
  });

  test('opens only what holds something, and draws it no sooner', () => {
    expect(html.match(/<summary/g)).toHaveLength(2);
    expect(html).not.toContain('Three promises');
  });
});

test('what was foretold against what came has every bin in its table, the empty ones too', () => {
  const html = renderToStaticMarkup(
    <ReliabilityDiagram
      name="As foretold"
      bins={[
        { foretold: 0.35, kept: 0, n: 0 },
        { foretold: 0.85, kept: 0.9, n: 1200 },
      ]}
      percent={percent}
      count={(n) => n.toLocaleString('en-GB')}
      words={{
        foretold: 'Foretold',
        kept: 'Kept',
        n: 'How many',
        above: 'more',
        below: 'less',
        diagonal: 'same',
        show: 'T',
      }}
    />,
  );
  expect(cells(html)).toEqual([
    ['Foretold', 'Kept', 'How many'],
    ['35%', '–', '0'],
    ['85%', '90%', '1,200'],
  ]);
});

test('a measure says its name, its figure, how sure it is, from how many, and its trend in words', () => {
  const html = renderToStaticMarkup(
    <Measures>
      <Measure
        name="Kept"
        figure="84%"
        interval="between 70% and 92%"
        n="of 14"
        trend={{ way: 'better', text: 'Better' }}
      />
    </Measures>,
  );
  expect(
    html
      .replaceAll(/<[^>]+>/g, '|')
      .split(/\|+/)
      .filter(Boolean),
  ).toEqual(['Kept', '84%', 'between 70% and 92%', 'of 14', 'Better']);
});
