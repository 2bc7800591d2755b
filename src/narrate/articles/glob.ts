import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { UsageFailure } from '../failure.js';

/**
 * The files that a name stands for: the file itself, or those that match a pattern with `*`, `**`, `?` and `{one,other}`, for shells that do
 * not expand these. In order of their names.
 *
 * @throws a UsageFailure if there is none
 */
export function filesOf(name: string): string[] {
  if (existsSync(name) || !/[*?{]/.test(name)) return [name];
  const pattern = name.replaceAll('\\', '/');
  const fixed = pattern.split('/').slice(0, -1);
  const firstOpen = fixed.findIndex((part) => /[*?{]/.test(part));
  const folder = fixed.slice(0, firstOpen < 0 ? undefined : firstOpen).join('/');
  const root = folder || (pattern.startsWith('/') ? '/' : '.');
  const matches = patternOf(pattern);
  const found = existsSync(root)
    ? readdirSync(root, {
        recursive: pattern.includes('**') || firstOpen >= 0,
        withFileTypes: true,
      })
        .filter((entry) => entry.isFile())
        .map((entry) => path.posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
        .filter((file) => matches.test(file))
        .sort()
    : [];
  if (found.length === 0) throw new UsageFailure(`no file matches ${name}`);
  return found;
}

function patternOf(glob: string): RegExp {
  const source = path.posix
    .normalize(glob)
    .replaceAll(/\{([^}]*)\}|\*\*\/|\*\*|\*|\?|[.+^$()|[\]\\]/g, (token, names?: string) => {
      if (names !== undefined) return `(?:${names.replaceAll('.', '\\.').replaceAll(',', '|')})`;
      return WILDCARDS[token] ?? `\\${token}`;
    });
  return new RegExp(`^${source}$`);
}

const WILDCARDS: Record<string, string> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
