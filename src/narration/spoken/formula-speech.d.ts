/**
 * The part that is used of speech-rule-engine 4.1 as bundled by build/formulas.mjs, with its rules for German.
 *
 * @see https://github.com/Speech-Rule-Engine/speech-rule-engine
 */

/** @returns says a formula in German; the element must not be in a page, since it may be changed */
export function loadFormulaSpeech(): Promise<(math: Element) => string>;
