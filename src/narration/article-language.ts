import { declaredLanguage } from './declared-language.js';

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 3000;

/** The least number of function words that count as evidence, and their least share of all words. */
const LEAST_WORDS = 5;
const LEAST_SHARE = 0.12;

/** How many times as many of them as of the declared language's must be there. */
const LEAD = 2;

/** Common function words of each language, by its primary subtag. */
const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    de: 'in der die das und ist nicht von mit den sich des auf für dem ein eine im auch als es an werden aus er hat dass sie nach wird bei einer noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sind',
    en: 'a in i the of and to is that was for on are with as his they at be this have from or had by but not what all were when your can said there an which their if will about out many then them would like has him into more her two see',
    fr: 'un en à le la les et est des une du dans que qui pour pas sur avec au il elle sont plus par ce ne se aux cette mais ou ont leur son ses nous vous être comme tout fait était même deux ces sans après aussi',
    it: 'i e a in ai il di che è la per un una non con si del della sono dei le gli nel alla dal anche più come ha lo al delle ma da questo essere suo nella tra stato ai hanno era degli sua dopo due loro',
    es: 'a un en el los las que y en por con para una es del se lo al como más pero sus le ya este sí porque esta entre cuando muy sin sobre también hasta hay donde han quien desde todo nos durante ser fue',
    pt: 'e a o os as que e em um uma para com não do da dos das por mais ao se na no como mas foi ele sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus',
    nl: 'in de het een en van ik te dat die in hij niet zijn is was op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze',
  }).map(([lang, words]) => [lang, new Set(words.split(' '))]),
);

/**
 * The language of an article, BCP 47. A `lang` on the article itself holds. One that is declared around it, as on `<html>`, often
 * comes from a template: where it is implausible for the text, and where there is none, the text decides. German where even that
 * does not tell. In a page that the browser has translated, the text decides in any case.
 */
export function articleLanguage(root: Element): string {
  const own = root.getAttribute('lang');
  const sample = sampleOf(root);
  if (own && !isTranslated(root.ownerDocument, sample)) return own;
  const declared = own || declaredLanguage(root);
  const text = sample.map(({ data }) => data).join(' ');
  return likelyLanguage(text, declared ?? '') ?? declared ?? 'de';
}

/**
 * The language that a text is in rather than the declared one; null where the declared one is plausible, is a language that is not
 * known here, or the text is too short.
 *
 * @param declared BCP 47; empty where there is none
 */
export function likelyLanguage(text: string, declared: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const primary = declared.toLowerCase().split(/[-_]/)[0] ?? '';
  if (declared && !FUNCTION_WORDS.has(primary)) return null;
  const counts = [...FUNCTION_WORDS].map(([lang, known]) => ({
    lang,
    count: words.filter((word) => known.has(word)).length,
  }));
  const [best, second] = counts.sort((one, other) => other.count - one.count);
  if (!best || best.count < Math.max(LEAST_WORDS, words.length * LEAST_SHARE)) return null;
  const rival = declared ? counts.find(({ lang }) => lang === primary) : second;
  return best.count >= LEAD * (rival?.count ?? 0) ? best.lang : null;
}

/**
 * Whether the browser has translated the page. Chrome says so by a class, Edge by an attribute of the elements around the text.
 *
 * @see https://developer.mozilla.org/docs/Web/HTML/Reference/Global_attributes/translate
 */
function isTranslated({ documentElement }: Document, sample: readonly Text[]): boolean {
  return (
    documentElement.matches('.translated-ltr, .translated-rtl') ||
    sample.some(({ parentElement }) => parentElement?.closest('[_msttexthash]'))
  );
}

/** The texts at the beginning of an element. */
function sampleOf(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let length = 0; length < SAMPLE && walker.nextNode();) {
    const text = walker.currentNode as Text;
    if (text.parentElement?.closest('script, style, noscript')) continue;
    texts.push(text);
    length += text.length;
  }
  return texts;
}
