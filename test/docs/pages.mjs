/** The documentation as the tests look at it: all its pages and their sections. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readPage } from '../../site/source.mjs';

process.chdir(path.join(import.meta.dirname, '../..'));

const inDocs = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => path.posix.join('docs', name.replaceAll(path.sep, '/')))
  .sort();

export const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs].map(readPage);

export const sections = pages.flatMap(({ sections }) => sections);
