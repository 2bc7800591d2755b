const ADVERTISEMENTS =
  'ad ads adslot adsense adsninja adsbygoogle advert adverts advertisement advertising anzeige anzeigen werbung reklame gpt';

const BYLINES =
  'byline author authors autor autoren contributors dateline timestamp postmeta postinfo';

/** Words in the names (`class`, `id`) of elements that are hardly ever part of an article's text. */
const FURNITURE = wordSet(
  `${ADVERTISEMENTS} ${BYLINES} ` +
    'outbrain taboola plista zergnet bottalk feedback sponsored sponsor promo promotion cta ' +
    'related relatedposts recirc recommended recommendation recommendations recommends popular trending yarpp readmore ' +
    'newsletter subscribe subscription signup abo likes rating ratings ' +
    'sharing shares sharebar sharedaddy sharethis addtoany addthis shariff social socials ' +
    'breadcrumb breadcrumbs authorbox bio saboxplugin ' +
    'gallery carousel slideshow tags tagged taglist tagbox relatedbroadcast categories pagination pager copyright credit credits ' +
    'cookie cookies consent gdpr cmp toolbar buttons modal popup skip printfooter',
);

/** Words that name furniture, but often also what stands around the text. */
const OFTEN_FURNITURE = wordSet(
  'share toc widget widgets sidebar print paywall tag category nav navigation menu login overlay banner ' +
    'meta embed signature twitter facebook',
);

const CREDITS = wordSet('copyright credit credits');

/** Words that name a part of a page that leads to another one. The lead of a text may be called so as well, but it leads nowhere. */
const TEASERS = wordSet('teaser teasers');

/** Words that name what stands between a heading and its text, or in the place of it: advertisements, and embeds that wait for consent. */
const INTERRUPTIONS = wordSet(`${ADVERTISEMENTS} embed placeholder consent`);

/** Words that name lines below a headline. */
const LINES = wordSet(`${BYLINES} meta share`);

/** Words that name where a page shows text that it has elsewhere, too. */
const PLACES_OF_COPIES = wordSet(
  'lightbox fancybox photoswipe pswp overlay modal popup dialog print printable printview',
);

/** Words that name the lead of a text, which may be a `teaser` as well. */
const LEADS = wordSet('lead lede leadtext intro standfirst dek');

/** What names the end of a page. */
const PAGE_ENDS = wordSet('footer imprint impressum colophon');

const COMMENTS = wordSet('comment comments kommentar kommentare disqus respond reply replies');

/** Comments are never part of the text, as long as something else is there. */
export const COMMENTS_LIMIT = 0.9;

/** The limit of other names, of forms, and of the labels of controls: a page can stand in one, a newsletter box only takes a part of it. */
const LIMIT = 0.3;

/** The limit of the end of a page, which on a page with little text can be most of it. */
const PAGE_END_LIMIT = 0.6;

/** The limit of names that often say something else. */
const LOW_LIMIT = 0.1;

/** The limit of what is called a teaser and is no lead. */
const TEASER_LIMIT = 0.09;

/** Shorter text is a label, and no lead, in UTF-16 code units. */
const LEAD = 80;

export const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** Elements whose names say nothing about their text. */
const UNNAMED = wordSet('html body main article h1');

/** A paragraph, a quotation, or a part of a line, with a name of furniture and less text is a label such as „Von Anna Muster“, in UTF-16 code units. */
export const SHORT_NAMED = 150;

/** What is text if it is longer: posts of social networks are quoted with the name of the network. */
const TEXTS = wordSet('p blockquote');

/** The class names that WordPress gives to a post by its state: others are made of the topics of the post. */
const POST = /\b(?:hentry|status-publish)\b/;

/** Elements within a line of text. */
const INLINE = wordSet(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var',
);

/**
 * Classes by which style sheets hide text from everyone, for the case that those of the page are missing. Text for screen readers only is
 * known by its style, since it is read where it can be seen.
 */
const HIDDEN = wordSet('hidden is-hidden hide');

/** What classes have in them that show such an element again, on a screen of some width: `md:block`, but not `aria-expanded:block`. */
const SHOWN =
  /^(?!(?:.*:)?(?:aria|data|group|peer|hover|focus|active|open|checked|dark|print)\b.*:).*(?:block|flex|grid|inline|table|show|visible)/;

/** Whether an element has a class that hides it. */
export function isHiddenByName({ classList }: Element): boolean {
  let isHidden = false;
  for (const name of classList) {
    if (SHOWN.test(name)) return false;
    isHidden ||= HIDDEN.has(name);
  }
  return isHidden;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** @param name the local name of an element */
export function isInline(name: string): boolean {
  return INLINE.has(name);
}

/** @param name the local name of an element */
export function isHeading(name: string): boolean {
  return name.length === 2 && name[0] === 'h' && name !== 'hr';
}

/** Which part of the text an element with a name of furniture may hold at most, 0 to 1, and the word in its names that says so. */
interface Judgement {
  readonly limit: number;
  readonly word: string;
}

const NO_FURNITURE: Judgement = { limit: 0, word: '' };

/** What was said of names that were seen: most elements of a page share theirs with others. */
const judgements = new Map<string, Judgement>();

/** How many names are remembered at most. */
const MOST_NAMES = 5000;

function judge(names: string): Judgement {
  let judgement = judgements.get(names);
  if (judgement === undefined) {
    if (judgements.size >= MOST_NAMES) judgements.clear();
    judgement = POST.test(names) ? NO_FURNITURE : judgementOf(wordsOf(names));
    judgements.set(names, judgement);
  }
  return judgement;
}

/**
 * Which part of the text around it an element may hold at most to be furniture because of its names or as a form, 0 to 1; 0 for
 * other elements. A name never removes the text itself.
 *
 * @param name the local name of the element
 */
export function furnitureLimit(element: Element, name = element.localName): number {
  const unnamed = name === 'form' || name === 'label' ? LIMIT : 0;
  if (!element.hasAttributes() || UNNAMED.has(name)) return unnamed;
  const names = namesOf(element);
  if (names === '') return unnamed;
  const { limit } = judge(names);
  if (limit === TEASER_LIMIT && isLead(element)) return 0;
  if (limit > 0 && TEXTS.has(name) && element.textContent.length > SHORT_NAMED) return 0;
  return Math.max(limit, unnamed);
}

/** The word in the names of an element that names furniture; empty for a form without such a name. */
export function furnitureWord(element: Element): string {
  return judge(namesOf(element)).word;
}

/** Whether a heading above an element is not its own, since the element is an advertisement, an embed or a line such as „Von Anna Muster“. */
export function isBelowOtherHeading(element: Element): boolean {
  const words = wordsOf(namesOf(element));
  return (
    words.some((word) => INTERRUPTIONS.has(word)) ||
    (words.some((word) => LINES.has(word)) && element.textContent.trim().length < SHORT_NAMED)
  );
}

/** Whether an element has a name of a place where a page shows text again: enlarged pictures with their captions, a version for print. */
export function isPlaceOfCopies(element: Element): boolean {
  const names = namesOf(element);
  return names !== '' && wordsOf(names).some((word) => PLACES_OF_COPIES.has(word));
}

/** Whether an element is a caption, or has the name of one. */
export function isCaption(element: Element): boolean {
  return element.localName === 'figcaption' || wordsOf(namesOf(element)).includes('caption');
}

/** Whether what is called a teaser is the lead of the text: a sentence at least, and no link. */
function isLead(element: Element): boolean {
  if (element.querySelector('a') || element.closest('a')) return false;
  return element.textContent.trim().length >= LEAD;
}

/** Whether an element has the name of a credit. */
export function isNamedCredit(element: Element): boolean {
  return wordsOf(namesOf(element)).some((word) => CREDITS.has(word));
}

/** The kinds of furniture, of which the first one counts that a word of a name is of. Leads are none, whatever else they are called. */
const KINDS: readonly [words: ReadonlySet<string>, limit: number][] = [
  [COMMENTS, COMMENTS_LIMIT],
  [PAGE_ENDS, PAGE_END_LIMIT],
  [FURNITURE, LIMIT],
  [LEADS, 0],
  [OFTEN_FURNITURE, LOW_LIMIT],
  [TEASERS, TEASER_LIMIT],
];

/** What each word says, and the place of its kind among them. A word of several kinds is of the first one. */
const JUDGEMENTS = new Map(
  KINDS.flatMap(([words, limit], place) =>
    [...words].map((word) => [word, { limit, word, place }] as const),
  ).reverse(),
);

function judgementOf(words: readonly string[]): Judgement {
  let first: (Judgement & { readonly place: number }) | undefined;
  const consider = (word: string) => {
    const judgement = JUDGEMENTS.get(word);
    if (judgement && (!first || judgement.place < first.place)) first = judgement;
  };
  let last = '';
  for (const word of words) {
    // `by-line` is a byline as well; names such as `css-1a7d` are generated.
    if (last.length > 1 && word.length > 1) consider(last + word);
    consider(word);
    last = word;
  }
  return first ?? NO_FURNITURE;
}

/**
 * The classes and the id of an element. The id of a heading is often made of its text. Numbers, which tell elements with the same names apart,
 * are left out.
 */
function namesOf(element: Element): string {
  const { id } = element;
  const classes = element.getAttribute('class') ?? '';
  return (id && !isHeading(element.localName) ? `${classes} ${id}` : classes).replace(/\d+/g, '-');
}

/**
 * The words in names: of `related-posts`, `relatedPosts` and `related_posts`, `related` and `posts`. Classes such as `print:hidden` and
 * `[.print_&]:mt-0` (Tailwind) say how something looks.
 */
function wordsOf(names: string): string[] {
  return names
    .replace(/\S*[:[]\S*/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
}
