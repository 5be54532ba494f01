export interface DiffPart {
  text: string;
  change: 'same' | 'added' | 'removed';
}

const MOST_WORDS = 400;

function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** Lengths of the longest common run of words from each pair of places to the ends. */
function commonLengths(before: string[], after: string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row)
        row[j] =
          before[i] === after[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** What changed from one text to the other, word by word. Long texts are shown as wholly replaced. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
  const [a, b] = [words(before), words(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { text: before, change: 'removed' as const },
      { text: after, change: 'added' as const },
    ].filter((part) => part.text !== '');
  }
  const table = commonLengths(a, b);
  const parts: DiffPart[] = [];
  const put = (text: string | undefined, change: DiffPart['change']) => {
    if (text === undefined) return;
    const last = parts.at(-1);
    if (last?.change === change) last.text += text;
    else parts.push({ text, change });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const drop = table[i + 1]?.[j] ?? -1;
    const take = table[i]?.[j + 1] ?? -1;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put(a[i++], 'same');
      j++;
    } else if (i < a.length && (j >= b.length || drop >= take)) put(a[i++], 'removed');
    else put(b[j++], 'added');
  }
  return parts;
}
