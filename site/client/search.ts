/** The page that lists what a search has found. */
import type { SearchEntry } from '../search-index.mjs';
import { search } from './ranking.js';

/** The most results that are listed. */
const MOST = 30;

/** How much of a text is shown around the first word that was found, in UTF-16 code units. */
const EXCERPT = 200;

const lang = document.documentElement.lang;
const german = lang === 'de';
const root = german ? '../' : '';
const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';

const input = document.querySelector<HTMLInputElement>('input[type=search]');
if (input) input.value = query;
if (query) void list();

async function list(): Promise<void> {
  const entries = (await (await fetch(`${root}search-index.json`)).json()) as SearchEntry[];
  const found = search(entries, query, lang);
  const status = document.querySelector('main [role=status]');
  if (status) status.textContent = countOf(found.length);
  document
    .querySelector('.results')
    ?.append(...found.slice(0, MOST).map((entry) => resultOf(entry)));
}

function countOf(count: number): string {
  if (german) return `${count === 0 ? 'Nichts' : count} gefunden zu „${query}“`;
  return `${count === 0 ? 'No' : count} result${count === 1 ? '' : 's'} for “${query}”`;
}

function resultOf({ path, page, title, text, lang: its }: SearchEntry): HTMLLIElement {
  const item = document.createElement('li');
  if (its !== lang) item.lang = its;
  const link = document.createElement('a');
  link.href = root + path;
  link.textContent = title === page ? page : `${page}: ${title}`;
  const excerpt = document.createElement('p');
  excerpt.append(...marked(excerptOf(text)));
  item.append(link, excerpt);
  return item;
}

function excerptOf(text: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(wordsOf()[0] ?? ''));
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - EXCERPT / 3)));
  const rest = text.slice(start).trim();
  const end = rest.length > EXCERPT ? rest.lastIndexOf(' ', EXCERPT) : rest.length;
  return `${start > 0 ? '… ' : ''}${rest.slice(0, end)}${end < rest.length ? ' …' : ''}`;
}

/** The text, with the words that were looked for as marks. */
function marked(text: string): (string | HTMLElement)[] {
  const escaped = wordsOf().map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.split(new RegExp(`(${escaped.join('|')})`, 'i')).map((part, index) => {
    if (index % 2 === 0) return part;
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}

function wordsOf(): string[] {
  return query.toLowerCase().split(/\s+/);
}
