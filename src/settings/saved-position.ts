import { settings } from './settings.js';

/** Where a listener was in an article. */
export interface Place {
  /** The sentence. */
  readonly text: string;
  /** Its number in the article, from 0. */
  readonly index: number;
}

/** How many articles a place is kept of; the one that was listened to longest ago is forgotten. */
const ARTICLES = 50;

/** The place kept of an article, or null. @param article its name, unique within the site */
export function placeIn(article: string): Place | null {
  const place = places()[article];
  return isPlace(place) ? { text: place.text, index: place.index } : null;
}

/** Keeps the place in an article; null forgets it. */
export function keepPlace(article: string, cue: Place | null): void {
  const kept = Object.entries(places()).filter(([name]) => name !== article);
  if (cue) kept.push([article, { text: cue.text, index: cue.index }]);
  settings.keep({ places: Object.fromEntries(kept.slice(-ARTICLES)) });
}

function places(): Readonly<Record<string, unknown>> {
  const kept = settings.kept('places');
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

function isPlace(value: unknown): value is Place {
  const { text, index } = (value ?? {}) as Partial<Place>;
  return typeof text === 'string' && Number.isInteger(index) && (index as number) >= 0;
}
