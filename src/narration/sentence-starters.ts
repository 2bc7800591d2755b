/**
 * German words that are capitalized only at the beginning of a sentence, in lower case: the closed word classes (articles,
 * pronouns, prepositions, conjunctions, auxiliary verbs) and the adverbs that most often begin a sentence, by the parts of
 * speech in Duden, „Die Grammatik“. German capitalizes every noun, so a capital alone does not show that a new sentence
 * begins; a capital on one of these words does.
 */
const WORDS = `
der die das dem den des ich du er sie es wir ihm ihnen uns man wer wen wem was wo wie wann warum niemand jemand etwas
nichts ab als am an ans auf aufs aus außer bei beim bis durch für gegen hinter im in ins laut mit nach neben ob ohne
seit statt trotz um unter vom von vor wegen während zu zum zur zwischen über anstatt aufgrund aber also bevor da dass
denn doch falls indem je jedoch nachdem obwohl oder sobald sowie und weil wenn ist sind war waren hat haben hatte
hatten wird werden wurde wurden würde kann können konnte muss müssen soll sollte will wollen darf gibt allerdings
anschließend auch außerdem bald beispielsweise bereits bisher danach dann dennoch deshalb deswegen dort ebenfalls
eigentlich einmal endlich erst etwa früher heute hier immer inzwischen ja jetzt kaum leider mehr mittlerweile
natürlich nein bitte gelegentlich insgesamt
nicht nie noch nun nur oft plötzlich schon sehr seitdem selbst so sogar sonst später stattdessen
trotzdem vielleicht weiter weiterhin wieder zudem zuerst zunächst zwei drei vier fünf sechs sieben acht neun zehn
`;

/** Stems of words that are inflected like „ein“ or „dieser“. */
const INFLECTED =
  'ein kein mein dein sein ihr unser eur dies jen jed welch solch all manch viel einig ander mehrer beid sämtlich';

/** „Danach“, „hierfür“, „worüber“. */
const PRONOMINAL_ADVERB =
  /^(?:da|hier|wo)r?(?:an|auf|aus|bei|durch|für|gegen|her|hin|in|mit|nach|neben|rum|über|unter|von|vor|zu|zwischen)$/;

const starters = new Set(WORDS.trim().split(/\s+/));
for (const stem of INFLECTED.split(' '))
  for (const ending of ['', 'e', 'em', 'en', 'er', 'es']) starters.add(stem + ending);
starters.delete('eur'); // the currency

/** Whether a capitalized word shows that a sentence begins, because it would be in lower case anywhere else. */
export function isSentenceStarter(word: string): boolean {
  const lowerCase = word.toLowerCase();
  return starters.has(lowerCase) || PRONOMINAL_ADVERB.test(lowerCase);
}
