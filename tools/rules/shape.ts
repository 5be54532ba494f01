import { isTest, withoutComments, type Finding, type SourceFile } from './source.ts';

const HARD_STOP = 400;
const TEST_HARD_STOP = 600;
const MEDIAN = 80;
const P90 = 250;
const FORBIDDEN_NAMES = /^(utils?|helpers?|common|manager|misc)$/i;

/** Generated or data files whose length says nothing about how they read. */
function countsForSize(path: string): boolean {
  return /\.tsx?$/.test(path);
}

/** Rule 5: how long files may be. */
export function sizes(files: SourceFile[]): Finding[] {
  const counted = files.filter((file) => countsForSize(file.path));
  const findings: Finding[] = counted.flatMap((file) => {
    const limit = isTest(file.path) ? TEST_HARD_STOP : HARD_STOP;
    return file.lines > limit ? [{ path: file.path, message: `${file.lines} lines; the hard stop is ${limit}` }] : [];
  });
  const lengths = counted
    .filter((file) => !isTest(file.path))
    .map((file) => file.lines)
    .toSorted((a, b) => a - b);
  const at = (share: number) => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  if (at(0.5) > MEDIAN)
    findings.push({ path: '.', message: `the median file has ${at(0.5)} lines; aim for ${MEDIAN}`, soft: true });
  if (at(0.9) > P90)
    findings.push({ path: '.', message: `p90 of file lengths is ${at(0.9)}; aim for ${P90}`, soft: true });
  return findings;
}

/** Rule 4: no vague names, no barrels, no default exports but where a tool demands one. */
export function names(files: SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    const findings: Finding[] = [];
    for (const part of file.path.replace(/(\.test)?\.\w+$/, '').split('/')) {
      const vague = part.split(/[-.]/).find((word) => FORBIDDEN_NAMES.test(word));
      if (vague) findings.push({ path: file.path, message: `the name "${vague}" says nothing: name the concept` });
    }
    const packageEntry = /^packages\/[^/]+\/src\/index\.ts$/.test(file.path);
    if (/\/index\.tsx?$/.test(file.path) && !packageEntry)
      findings.push({ path: file.path, message: 'no barrels but a package entry' });
    if (!packageEntry && /^export \* from/m.test(withoutComments(file.text))) {
      findings.push({ path: file.path, message: 'no re-exporting of whole files but in a package entry' });
    }
    return findings;
  });
}
