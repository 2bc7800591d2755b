/** How much text the browser splits at once: its segmenter takes quadratic time. */
const WINDOW = 4000;

/**
 * Initials and abbreviations after which a sentence goes on, by language; in English, „I“ is also a word. From Unicode CLDR's suppressions of sentence breaks, without those
 * that are also ordinary words, and with the titles and ranks that these lack.
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  en: '[A-HJ-Z]|Mr|Mrs|Ms|Dr|Prof|St|Mt|Gen|Col|Lt|Sgt|Capt|Rep|Sen|Gov|Rev|vs|approx|Dept|e\\.g|i\\.e',
  fr: '\\p{L}|MM|Mgr|Dr|Pr|Prof|Ste?|av|env|cf|éd|réf|J\\.-C',
  it: '\\p{L}|sigg?|dott|dr|prof|ing|avv|arch|geom|rag|on|mons|sen|cfr|d\\.C|a\\.C',
};

/** Before a number, in any language. */
const REFERENCE =
  /(?:^|[^\p{L}])(?:nos?|pp?|pagg?|vol|figs?|art|chap|tav|cap|sec|jan|feb|aug|sept?|oct|nov|dec|janv|févr|juil|déc)\.\s+$/iu;

const segmenters = new Map<string, { segmenter: Intl.Segmenter; goesOn: RegExp }>();

/**
 * The positions at which the sentences of a text end by `Intl.Segmenter`, in UTF-16 code units, except after abbreviations,
 * initials, and before a quotation mark that closes with a space before it, as in French. Works window by window; each begins
 * with the last sentence of the previous one, which may go on.
 */
export function* nativeSentenceEnds(text: string, lang: string): Generator<number, void> {
  const { segmenter, goesOn } = segmenterFor(lang);
  for (let from = 0, size = WINDOW; from < text.length;) {
    const ends = Array.from(
      segmenter.segment(text.slice(from, from + size)),
      ({ segment, index }) => from + index + segment.length,
    );
    // The last sentence may go on after the window.
    if (from + size < text.length && size <= 4 * WINDOW) ends.pop();
    for (const end of ends) {
      const before = text.slice(Math.max(from, end - 20), end);
      const [, closing = '', next = ''] = FOLLOWING.exec(text.slice(end, end + 9)) ?? [];
      const isWithin = closing
        ? /\p{Ll}/u.test(next)
        : goesOn.test(before) || (/\d/.test(next) && REFERENCE.test(before));
      if (!isWithin || end >= text.length) yield end + closing.length;
    }
    size = ends.length > 0 ? WINDOW : size * 2;
    from = ends.at(-1) ?? from;
  }
}

/** A quotation mark that closes with a space before it, and what follows: « Où vas-tu ? » */
const FOLLOWING = /^((?:\s?[»”][\s,]*)?)(.?)/u;

function segmenterFor(lang: string) {
  let found = segmenters.get(lang);
  if (!found) {
    const words = ABBREVIATIONS[lang.slice(0, 2).toLowerCase()] ?? '\\p{L}';
    found = {
      segmenter: new Intl.Segmenter(lang, { granularity: 'sentence' }),
      goesOn: new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${words})\\.\\s+$`, 'iu'),
    };
    segmenters.set(lang, found);
  }
  return found;
}
