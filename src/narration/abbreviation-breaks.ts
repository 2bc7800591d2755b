/**
 * Abbreviations that look like words, as far as no rule tells them from one; after these a sentence never ends.
 *
 * Source of all lists here: Duden, „Die deutsche Rechtschreibung“, by way of `spoken/abbreviations.ts`, which has more of
 * them, and is not loaded to cut sentences.
 */
const NEVER = `
aaO Abg Abschn ahd allg amerik Anm anschl arab Az bayer Bayer bayr belg bes bez brit bzw ca chin ders dh Dipl Doz Dr
dt durchschn ehem einschl erw europ ev evang Fa Fam finn Fr franz geb gem germ gest gez ggü griech hist Hr iAllg ill
incl ind Ing insb insbes int internat ital jap jur kath lat lic Lic Mag math max med mind Mr Mrs männl niederl No norw
Nr phil poln Prof resp russ röm schwed schweiz sog sogen span spez St stellv techn tel theol tschech türk ung ungef
Univ versch vgl vs wiss zB österr übers
`;

/** After these it may: where a word follows that begins one. */
const PERHAPS = `
Abb Abs Abt Art Aufl Aug Ausg Co Corp Dez ebd al f Feb Gen Ges Halbs Inc Jan Jän Jul Jun jun Kap Kto Lit Min
min Mio Okt op oä Op pa Rz Sa Sek sen Sept Sep so su Tel ua uä oÄ uÄ Urt Zi Ziff
`;

/** These close an enumeration, and the sentence as a rule. */
const ALWAYS = `
usw usf etc udgl
`;

/** Whether a sentence ends after an abbreviation; `perhaps` means: if the next word shows that a sentence begins. */
export type SentenceBreak = 'never' | 'perhaps' | 'always';

const breaks = new Map<string, SentenceBreak>();
const lists = { never: NEVER, perhaps: PERHAPS, always: ALWAYS };
for (const [kind, list] of Object.entries(lists))
  for (const form of list.trim().split(/\s+/)) breaks.set(form, kind as SentenceBreak);

/** The parts of an abbreviation such as „z. B“ or „Dipl.-Ing“, which ends with the text. */
const PARTS = /(?:^|[^\p{L}.])((?:\p{L}{1,4}\.[\s-]?){0,4}\p{L}+)$/u;

/**
 * Whether a sentence ends after an abbreviation; undefined if the word is not a listed abbreviation.
 *
 * @param before the text of the sentence before the word
 * @param word the word before a full stop
 */
export function sentenceBreakAfter(before: string, word: string): SentenceBreak | undefined {
  const isFirst = !/[\p{L}\p{N}]/u.test(before);
  const find = (form: string) =>
    breaks.get(form) ??
    (isFirst ? breaks.get(form.charAt(0).toLowerCase() + form.slice(1)) : undefined);
  if (!/[.-]/.test(before.slice(-2) + word)) return find(word);
  let parts = PARTS.exec(before.slice(-20) + word)?.[1] ?? '';
  for (; parts !== ''; parts = parts.replace(/^\p{L}+(?:\.[\s-]?|$)/u, '')) {
    const found = find(parts.replace(/[\s.-]/g, ''));
    if (found) return found;
  }
  return undefined;
}
