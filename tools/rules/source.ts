import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One import of a source file; `path` is set (relative to the root) when it points into this tree. */
export interface Import {
  from: string;
  path?: string;
  typeOnly: boolean;
}

/** One file of the tree, with its path relative to the root and `/` as separator. */
export interface SourceFile {
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

/** What a rule found: a hard finding fails the check, a soft one is printed. */
export interface Finding {
  path: string;
  message: string;
  soft?: boolean;
}

export type Rule = (files: SourceFile[]) => Finding[];

const AREAS = ['packages', 'server', 'web', 'messages', 'demo', 'e2e', 'bench', 'tools'];
const IGNORED = new Set(['node_modules', 'dist', 'data', 'coverage']);
const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** True for test files, which may do what the code itself may not. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** The path without its last segment; '' at the root. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function resolveRelative(from: string, target: string): string {
  const parts = folderOf(from).split('/');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Builds a source file from its text; also what the rules' own tests use. */
export function sourceFile(path: string, text: string): SourceFile {
  const imports: Import[] = [];
  const add = (from: string, typeOnly: boolean) =>
    imports.push({ from, typeOnly, path: from.startsWith('.') ? resolveRelative(path, from) : undefined });
  for (const match of text.matchAll(IMPORT)) add(match[2] ?? '', match[1] !== undefined);
  for (const match of text.matchAll(DYNAMIC_IMPORT)) add(match[1] ?? '', false);
  const lines = text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { path, text, lines, imports };
}

/** The code without comments and without the insides of strings' escapes; line numbers stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (found) => found.replace(/[^\n]/g, ' ')).replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

/** Reads every source and migration file of the tree. */
export function readTree(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!IGNORED.has(entry.name)) walk(path);
      } else if (/\.(tsx?|sql|css)$/.test(entry.name)) {
        files.push(sourceFile(path, readFileSync(join(root, path), 'utf8')));
      }
    }
  };
  const present = new Set(readdirSync(root));
  for (const area of AREAS) if (present.has(area)) walk(area);
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
