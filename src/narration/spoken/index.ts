export { loadTransliteration } from './foreign-scripts.js';
export { loadFormulaSpeech } from './formulas.js';
export { Lexicon } from './lexicon.js';
export { parseLexicon } from './parse-lexicon.js';
export { pronounce, type PronounceOptions, type RuleName, ruleNames } from './pronounce.js';
export {
  type LanguageRun,
  type SpokenOptions,
  type SpokenPart,
  spokenParts,
} from './spoken-parts.js';
