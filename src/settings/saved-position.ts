import { POSITIONS, settings } from './store.js';

/** Where a listener was in an article. */
export interface SavedPosition {
  /** The sentence. */
  readonly text: string;
  /** Its number in the article, from 0. */
  readonly index: number;
}

/** The number of articles whose positions are kept; the one saved longest ago is dropped. */
const MOST_ARTICLES = 50;

/** The saved position in an article, or null. @param article its key, unique within the site */
export function savedPosition(article: string): SavedPosition | null {
  const position = positions()[article];
  return isPosition(position) ? { text: position.text, index: position.index } : null;
}

/** Saves the position in an article; null forgets it. */
export function savePosition(article: string, position: SavedPosition | null): void {
  const kept = Object.entries(positions()).filter(([name]) => name !== article);
  if (position) kept.push([article, { text: position.text, index: position.index }]);
  settings.keep({ [POSITIONS]: Object.fromEntries(kept.slice(-MOST_ARTICLES)) });
}

function positions(): Readonly<Record<string, unknown>> {
  const kept = settings.kept(POSITIONS);
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

function isPosition(value: unknown): value is SavedPosition {
  const { text, index } = (value ?? {}) as Partial<SavedPosition>;
  return typeof text === 'string' && Number.isInteger(index) && (index as number) >= 0;
}
