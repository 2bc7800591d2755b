/**
 * German words that are capitalized only at the beginning of a sentence: the closed word classes (articles, pronouns,
 * prepositions, conjunctions, auxiliary verbs) and the adverbs that most often begin a sentence, by the parts of speech in
 * Duden, „Die Grammatik“. German capitalizes every noun, so a capital alone does not show that a new sentence begins; a
 * capital on one of these words does.
 */
const STARTERS =
  'de[mnrs]|die|das|ich|du|er|sie|es|wir|ihm|ihnen|uns|man|niemand|jemand|etwas?|nichts?|we[mnr]|was|wie|wann|warum|' +
  // „Ein“, „dieser“; „EUR“ is the currency.
  '(?!eur$)(?:[dkms]?ein|ihr|unser|eur|dies|jen|jed|welch|solch|all|manch|viel|einig|ander|mehrer|beid|sämtlich)(?:e[mnrs]?)?|' +
  // „Da“, „danach“, „hierfür“, „worüber“.
  '(?:da|hier|wo)(?:r?(?:an|auf|aus|bei|durch|für|gegen|her|hin|in|mit|nach|neben|rum|über|unter|von|vor|zu|zwischen))?|' +
  'ab|als|am|ans?|aufs?|aus|außer|beim?|bis|durch|für|gegen|hinter|i[mn]|ins|laut|mit|nach|neben|ob|ohne|seit|statt|trotz|um|' +
  'unter|vo[mnr]|wegen|während|zu[mr]?|zwischen|über|anstatt|aufgrund|aber|also|bevor|dass|denn|doch|falls|indem|je|' +
  'jedoch|nachdem|obwohl|oder|sobald|sowie|und|weil|wenn|ist|sind|war|waren|haben|hat|hatten?|wird|werden|wurden?|würde|' +
  'kann|können|konnte|muss|müssen|soll|sollte|will|wollen|darf|gibt|allerdings|anschließend|auch|außerdem|bald|' +
  'beispielsweise|bereits|bisher|dann|dennoch|deshalb|deswegen|dort|ebenfalls|eigentlich|einmal|endlich|erst|früher|heute|' +
  'immer|inzwischen|ja|jetzt|kaum|leider|mehr|mittlerweile|natürlich|nein|bitte|gelegentlich|insgesamt|nie|noch|nun|nur|' +
  'oft|plötzlich|schon|sehr|seitdem|selbst|so|sogar|sonst|später|stattdessen|trotzdem|vielleicht|weiter|weiterhin|wieder|' +
  'zudem|zuerst|zunächst|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn';

const STARTER = new RegExp(`^(?:${STARTERS})$`, 'iu');

/** Whether a capitalized word shows that a sentence begins, because it would be in lower case anywhere else. */
export function isSentenceStarter(word: string): boolean {
  return STARTER.test(word);
}
