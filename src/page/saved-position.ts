import type { CuePosition } from '../narration/index.js';
import { textHash } from '../narration/text-hash.js';
import { POSITIONS, settings } from '../settings/store.js';

/** The number of articles whose positions are kept; the one saved longest ago is dropped. */
const MOST_ARTICLES = 50;

/** The saved position in an article, or null. @param article its key, unique within the site */
export function savedPosition(article: string): CuePosition | null {
  const position = positions().get(identityOf(article));
  return isPosition(position) ? positionFrom(position) : null;
}

/** Saves the position in an article; null forgets it. */
export function savePosition(article: string, position: CuePosition | null): void {
  const kept = positions();
  kept.delete(identityOf(article));
  if (position) kept.set(identityOf(article), positionFrom(position));
  settings.keep({ [POSITIONS]: Object.fromEntries([...kept].slice(-MOST_ARTICLES)) });
}

/** A hash, since a page's address may contain a secret. */
function identityOf(article: string): string {
  return textHash(article).toString(36);
}

/** The positions by identity. Earlier versions stored them by address. */
function positions(): Map<string, unknown> {
  const kept = settings.kept(POSITIONS);
  const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  return new Map(
    entries.map(([name, value]) => [name.startsWith('/') ? identityOf(name) : name, value]),
  );
}

function positionFrom({ text, index, around }: CuePosition): CuePosition {
  return { text, index, ...(around && { around }) };
}

function isPosition(value: unknown): value is CuePosition {
  const { text, index, around = [] } = (value ?? {}) as Partial<CuePosition>;
  return (
    typeof text === 'string' &&
    Number.isInteger(index) &&
    (index as number) >= 0 &&
    Array.isArray(around) &&
    around.every((hash) => hash === null || typeof hash === 'number')
  );
}
