import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';

/** @type {Map<string, Promise<{ messages: Record<string, any>, has(name: string): boolean }>>} */
const catalogues = new Map();

/** The texts of the interface in a language, from src/locales/. */
export function catalogue(/** @type {string} */ lang) {
  const found = catalogues.get(lang) ?? read(lang);
  catalogues.set(lang, found);
  return found;
}

async function read(/** @type {string} */ lang) {
  const [first, more] = await Promise.all([texts(lang, ''), texts(lang, 'panels/')]);
  const messages = { ...first, ...more };
  const patterns = Object.values(messages).flatMap(pattern);
  return {
    messages,
    has: (/** @type {string} */ name) => patterns.some((each) => each.test(name)),
  };
}

async function texts(/** @type {string} */ lang, /** @type {string} */ folder) {
  const file = new URL(`../../src/locales/${folder}${lang}.ts`, import.meta.url);
  const { code } = await transform(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm' });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`))[lang];
}

/** Patterns for a text, for an object of texts, or for what a function returns for words, for empty texts and for numbers. */
/** @returns {RegExp[]} */
function pattern(/** @type {unknown} */ text) {
  if (typeof text === 'string') return [new RegExp(`^${escape(text)}$`)];
  if (typeof text === 'object' && text) return Object.values(text).flatMap(pattern);
  if (typeof text !== 'function') return [];
  const said = text('⟨⟩', '⟨⟩').includes('NaN') ? [text(7, 7)] : [text('⟨⟩', '⟨⟩'), text('', '')];
  return said.map(
    (each) => new RegExp(`^${escape(each).replaceAll('⟨⟩', '.+').replaceAll('7', '[\\d.,]+')}$`),
  );
}

function escape(/** @type {string} */ text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
