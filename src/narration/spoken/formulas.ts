import type { Annotation } from '../annotation.js';
import type { Cue } from '../cue.js';

/** A formula whose markup gives neither words nor TeX. */
const BARE = 'math:not([alttext]):not(:has(annotation))';

let speak: ((math: Element) => string) | undefined;

/**
 * Loads what {@link formulaToSpeech} needs if one of the cues contains a formula without words. Until then, for example because
 * there is no network, the signs of such a formula are read one after the other.
 */
export async function loadFormulaSpeech(cues: Iterable<Cue>): Promise<void> {
  for (const cue of speak ? [] : cues)
    if (cue.annotations.some((annotation) => formulaIn(cue, annotation))) return load();
}

/** The words for a formula; undefined for other annotations, or without the rules for its language. */
export function formulaToSpeech(cue: Cue, annotation: Annotation): string | undefined {
  const math = speak && formulaIn(cue, annotation);
  if (!speak || !math) return undefined;
  try {
    return speak(withoutVariants(math));
  } catch {
    return undefined; // MathML that is not well-formed.
  }
}

async function load(): Promise<void> {
  try {
    const { loadFormulaSpeech } = await import('./formula-speech.js');
    speak = await loadFormulaSpeech();
  } catch {
    // The next formula tries again.
  }
}

function formulaIn(cue: Cue, { start, end, spoken, lang }: Annotation): Element | null {
  if (spoken === undefined || !/^de\b/i.test(lang)) return null;
  return cue.rangeOf(start, end)?.startContainer.parentElement?.closest(BARE) ?? null;
}

/** A copy in which upright letters are not named: „normales H“. */
function withoutVariants(math: Element): Element {
  const copy = math.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('[mathvariant="normal"]'))
    element.removeAttribute('mathvariant');
  return copy;
}
