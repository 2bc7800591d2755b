/**
 * German words that are capitalized only at the beginning of a sentence: the closed word classes, and the adverbs that most
 * often begin a sentence, by the parts of speech in Duden, „Die Grammatik“. German capitalizes every noun, so a capital alone
 * does not show that a new sentence begins; a capital on one of these words does.
 */
const STARTERS = [
  // Articles and pronouns: „Ein“, „dieser“; „EUR“ is the currency.
  /^(?!eur$)(?:[dkms]?ein|ihr|unser|eur|dies|jen|jed|welch|solch|all|manch|viel|einig|ander|mehrer|beid|sämtlich)(?:e[mnrs]?)?$/i,
  /^(?:de[mnrs]|die|das|ich|du|er|sie|es|wir|ihm|ihnen|uns|man|niemand|jemand|etwas?|nichts?|we[mnr]|was|wie|wann)$/i,
  // Prepositions, and what begins or ends with them: „an“, „danach“, „hierfür“, „worüber“, „seitdem“, „stattdessen“.
  /^(?:(?:da|hier|wo)r?)?(?:ab|an|auf|aus|außer|bei|bis|durch|für|gegen|her|hin|hinter|in|laut|mit|nach|neben|ob|ohne|seit|statt|trotz|unter|von|vor|wegen|während|zu|zwischen|über)(?:dem|dessen)?$/i,
  /^(?:da|hier|wo|a[mn]s?|aufs|beim|i[mn]s?|[dw][ao]rum|um|vom|zu[mr])$/i,
  // Conjunctions and forms of verbs.
  /^(?:als|anstatt|aufgrund|aber|also|bevor|dass|d[ae]nn|dennoch|falls|je|(?:je)?doch|obwohl|oder|sobald|sowie|und|weil|wenn|ist|sind|war|waren|haben|hat|hatten?|wird|werden|wurden?|würde|kann|können|konnte|muss|müssen|soll|sollte|will|wollen|darf|gibt)$/i,
  // Adverbs and numerals.
  /^(?:allerdings|anschließend|auch|bald|beispielsweise|bereits|bisher|dort|des(?:halb|wegen)|ebenfalls|eigentlich|einmal|endlich|erst|früher|heute|immer|inzwischen|ja|jetzt|kaum|leider|mehr|mittlerweile|natürlich|nein|bitte|gelegentlich|insgesamt|nie|noch|nun|nur|oft|plötzlich|schon|sehr|selbst|so|sogar|sonst|später|vielleicht|weiter|weiterhin|wieder|zuerst|zunächst|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)$/i,
];

/** Whether a capitalized word shows that a sentence begins, because it would be in lower case anywhere else. */
export function isSentenceStarter(word: string): boolean {
  return STARTERS.some((kind) => kind.test(word));
}
