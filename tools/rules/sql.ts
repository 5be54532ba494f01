import { withoutComments, type Finding, type SourceFile } from './source.ts';

/** Skips a quoted, dollar-quoted or commented stretch that begins at `index`; returns the index behind it, or `index`. */
function skipQuoted(sql: string, index: number): number {
  const rest = sql.slice(index);
  const end = (text: string, from = 1) => {
    const found = rest.indexOf(text, from);
    return found < 0 ? sql.length : index + found + text.length;
  };
  if (rest.startsWith('--')) return end('\n');
  if (rest.startsWith('/*')) return end('*/', 2);
  if (rest[0] === "'" || rest[0] === '"') return end(rest[0]);
  const dollar = /^\$\w*\$/.exec(rest)?.[0];
  return dollar ? end(dollar, dollar.length) : index;
}

/** How many statements an SQL text holds, counting semicolons outside of quotes, and an unterminated last one. */
export function countStatements(sql: string): number {
  let count = 0;
  let pending = false;
  for (let index = 0; index < sql.length; ) {
    const behind = skipQuoted(sql, index);
    if (behind > index) {
      if (!/^(--|\/\*)/.test(sql.slice(index, index + 2))) pending = true;
      index = behind;
      continue;
    }
    if (sql[index] === ';') {
      if (pending) count += 1;
      pending = false;
    } else if (/\S/.test(sql[index] ?? '')) pending = true;
    index += 1;
  }
  return count + (pending ? 1 : 0);
}

/** scale.md 6 and 11: one way to set the organization, and migrations of one statement per call. */
export function sqlRules(files: SourceFile[]): Finding[] {
  return files.flatMap((file) => {
    const findings: Finding[] = [];
    if (!file.path.startsWith('tools/') && /\bset_config\b/.test(withoutComments(file.text).replace(/--[^\n]*/g, ''))) {
      findings.push({ path: file.path, message: 'set_config is banned: enter an organization with app.enter' });
    }
    const migration = /^server\/migrations\/(.+)\.sql$/.exec(file.path)?.[1];
    if (migration && migration !== 'schema') findings.push(...migrationFindings(file, migration));
    return findings;
  });
}

function migrationFindings(file: SourceFile, name: string): Finding[] {
  const findings: Finding[] = [];
  if (!/^\d{4}_[a-z0-9_]+$/.test(name))
    findings.push({ path: file.path, message: 'migrations are named NNNN_what_it_does.sql' });
  file.text.split(/^--> statement-breakpoint$/m).forEach((part, index) => {
    const count = countStatements(part);
    if (count !== 1)
      findings.push({ path: file.path, message: `part ${index + 1} holds ${count} statements; one per breakpoint` });
  });
  return findings;
}
