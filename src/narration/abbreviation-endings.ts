/**
 * Abbreviations that look like words, as far as no rule tells them from one; after these a sentence never ends.
 *
 * Source of all lists here: Duden, „Die deutsche Rechtschreibung“, by way of `spoken/abbreviations.ts`, which has them all;
 * a test holds them against it.
 */
const NEVER = `
aaO Abf Abg Abh Abk Abschn allg amerik Ank Anl ahd Anm arab Az bayer Bayer bayr Arch belg bes bez bspw bzgl bzw ca cand chin ders Dipl Doz Dr Dres dt
durchschn ehem eidg einschl engl entspr entw erg Erl erw europ ev evang evtl Fa Fam finn Fr franz gem germ gez ggf ggü griech
Hbj Hl hl hist Hr Hrn ill incl ind Ing inkl insb insbes insges int internat ital jap jüd jur kath kaufm landw lat Lic lic luth
Mag Maj math max med milit mind mlat Mr Mrs Ms niederl norw Nr Nrn od Orig österr päd pers Pfr phil phys poln port Prof prot
resp röm rer russ schott schwed schweiz slaw sog sogen span spez St städt stellv stud syn techn telef theol tschech türk
überarb übers ung ungef Univ versch vgl vorm vs wiss zit zool zul zus zzgl zB dh`;

/** After these it may: where a word follows that begins one. */
const PERHAPS = `
Abb Abs Abt Akk Art Aufl Aug Ausg Bez Cie Co Corp Dez ebd al f Feb Fig Forts geb Gen Ges gesch gest Halbs Inc Jan Jän Jul Jun jun
Kap Kto Lit Min min Mio Okt op oä Op pa Reg Rz Sa Sek sen Sept Sep so su Tab Tel Temp ua uä oÄ uÄ Urt Verf verw Vors Zi Ziff`;

/** These close an enumeration, and the sentence as a rule. */
const ALWAYS = `usw usf etc ect uam uvm uvam udgl odgl`;

/** How a sentence goes on after an abbreviation. */
export type Ending = 'never' | 'perhaps' | 'always';

const endings = new Map<string, Ending>();
const lists = { never: NEVER, perhaps: PERHAPS, always: ALWAYS };
for (const [ending, list] of Object.entries(lists))
  for (const form of list.trim().split(/\s+/)) endings.set(form, ending as Ending);

/** The parts of an abbreviation such as „z. B“ or „Dipl.-Ing“, back from its last point. */
const PARTS = /(?:^|[^\p{L}.])((?:\p{L}{1,4}\.[\s-]?){0,4}\p{L}+)$/u;

/**
 * How a sentence goes on after an abbreviation; undefined where none is known.
 *
 * @param lead what stands before the word, within the sentence
 * @param word the word before a point
 */
export function endingAt(lead: string, word: string): Ending | undefined {
  const begins = !/[\p{L}\p{N}]/u.test(lead);
  const find = (form: string) =>
    endings.get(form) ??
    (begins ? endings.get(form.charAt(0).toLowerCase() + form.slice(1)) : undefined);
  if (!/[.-]/.test(lead.slice(-2) + word)) return find(word);
  let parts = PARTS.exec(lead.slice(-20) + word)?.[1] ?? '';
  for (; parts !== ''; parts = parts.replace(/^\p{L}+(?:\.[\s-]?|$)/u, '')) {
    const found = find(parts.replace(/[\s.-]/g, ''));
    if (found) return found;
  }
  return undefined;
}
