export { Lexicon, lexiconOf, parseLexicon } from './lexicon.js';
export { pronounce, type PronounceOptions, type RuleName, ruleNames } from './pronounce.js';
export { type LanguageRun, type SpokenPart, spokenParts } from './spoken-parts.js';
