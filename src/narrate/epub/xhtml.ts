import type { Cue } from '../../narration/cue.js';
import { isBlock, isDropped, isKeptEmpty, roleOf } from './content-model.js';
import { attributes, escapeXml } from './xml.js';

/** What the text of an article is written with. */
export interface Marking {
  /** The sentences to mark; each becomes an element with the id `s` and its index. */
  readonly cues: readonly Cue[];
  /** Pictures by the `src` of their elements: their addresses in the book. Other pictures are replaced by their description. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The address of the article, against which links are resolved. */
  readonly base?: string;
  /** Whether an element is no part of the article. */
  readonly leaveOut?: (element: Element) => boolean;
}

/** The text of an article in a book. */
export interface MarkedText {
  /** XHTML, for the `body`. */
  readonly xhtml: string;
  /** The ids of the sentences that are marked, by the index of the cue. */
  readonly ids: ReadonlyMap<number, string>;
  readonly hasMath: boolean;
}

/**
 * Writes an article as XHTML with an element around each sentence. Where a sentence begins or ends within an emphasis or a link,
 * that is written as two.
 */
export function markSentences(article: Element, marking: Marking): MarkedText {
  return new Writer(article, marking).write();
}

/** An element that can be open while text is written. */
interface Layer {
  readonly tag: string;
  readonly attributes: string;
  readonly isBlock: boolean;
  /** Written with the first of its parts only. */
  id?: string;
}

/** Where a sentence is in the page. */
interface Mark {
  readonly layer: Layer;
  readonly index: number;
  readonly start: number;
  readonly last: Node;
  readonly end: number;
}

/** The elements around a node: blocks around everything else, since that is valid whatever the page has. */
interface Around {
  readonly blocks: readonly Layer[];
  readonly inlines: readonly Layer[];
}

class Writer {
  readonly #article: Element;
  readonly #marking: Marking;
  /** The sentences by the node they begin in. */
  readonly #begins = new Map<Node, Mark[]>();
  readonly #ids = new Map<number, string>();
  /** The ids that links in the article point to. */
  readonly #targets: ReadonlySet<string>;
  readonly #writtenIds = new Set<string>();
  #current: Mark | null = null;
  #open: Layer[] = [];
  #xhtml = '';
  #hasMath = false;

  constructor(article: Element, marking: Marking) {
    this.#article = article;
    this.#marking = marking;
    const links = [...article.querySelectorAll('a[href^="#"]')];
    this.#targets = new Set(links.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
    for (const cue of marking.cues) this.#note(cue);
  }

  write(): MarkedText {
    this.#element(this.#article, { blocks: [], inlines: [] });
    this.#goTo([]);
    const xhtml = this.#xhtml.replaceAll(/ href="#([^"]*)"/g, (href, id: string) =>
      this.#writtenIds.has(id) ? href : '',
    );
    return { xhtml, ids: this.#ids, hasMath: this.#hasMath };
  }

  #note(cue: Cue): void {
    const range = cue.range;
    if (!range) return;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const first = startContainer.childNodes[startOffset] ?? startContainer;
    const last = endContainer.childNodes[endOffset - 1] ?? endContainer;
    const mark = {
      layer: { tag: 'span', attributes: '', isBlock: false, id: `s${cue.index}` },
      index: cue.index,
      start: first === startContainer ? startOffset : 0,
      last,
      end: last === endContainer ? endOffset : Infinity,
    };
    this.#begins.set(first, [...(this.#begins.get(first) ?? []), mark]);
  }

  #children(parent: Element, around: Around): void {
    const besideBlocks = [...parent.children].some((child) => isBlock(child) && !isDropped(child));
    for (const node of parent.childNodes) {
      if (node.nodeType === 1) this.#element(node as Element, around);
      if (node.nodeType !== 3) continue;
      const text = node as Text;
      if (!besideBlocks || text.data.trim() !== '') this.#text(text, around);
    }
  }

  #element(element: Element, around: Around): void {
    if (this.#marking.leaveOut?.(element)) return;
    const role = roleOf(
      element,
      around.blocks.map(({ tag }) => tag),
    );
    switch (role.kind) {
      case 'dropped':
        return;
      case 'transparent':
        return this.#children(element, around);
      case 'rule':
        return this.#write('<hr/>\n', { ...around, inlines: [] });
      case 'break':
        return this.#write('<br/>', around);
      case 'image':
        return this.#whole(element, this.#image(element), around);
      case 'whole':
        this.#hasMath ||= element.localName === 'math';
        return this.#whole(element, serialize(element), around);
      case 'inline':
        return this.#inline(element, role.tag, around);
      case 'block':
        return this.#block(element, role.tag, around);
    }
  }

  #inline(element: Element, tag: string, around: Around): void {
    const nested = around.inlines.some((layer) => layer.tag === tag);
    if (nested && /^(?:a|dfn)$/.test(tag)) return this.#children(element, around);
    const layer = this.#layer(element, tag, false);
    this.#children(element, { ...around, inlines: [...around.inlines, layer] });
  }

  #block(element: Element, tag: string, around: Around): void {
    const layer = this.#layer(element, tag, true);
    const within = { ...around, blocks: [...around.blocks, layer] };
    this.#children(element, within);
    // No sentence goes beyond its block.
    this.#current = null;
    if (isKeptEmpty(tag) && !this.#open.includes(layer)) this.#goTo(within.blocks);
  }

  #layer(element: Element, tag: string, isBlock: boolean): Layer {
    const id = element.getAttribute('id') ?? '';
    return {
      tag,
      isBlock,
      attributes: attributes({ ...common(element), ...this.#special(element, tag) }),
      ...(this.#targets.has(id) && /^[A-Za-z_][\w.-]*$/.test(id) && { id: `page-${id}` }),
    };
  }

  /** The attributes that only some elements have. */
  #special(element: Element, tag: string): Record<string, string | undefined> {
    const value = (name: string, form: RegExp) =>
      form.exec(element.getAttribute(name) ?? '')?.[0] ?? undefined;
    const number = /^-?\d{1,6}$/;
    const span = /^[1-9]\d{0,2}$/;
    switch (tag) {
      case 'a':
        return {
          href: this.#href(element.getAttribute('href') ?? ''),
          'epub:type': isNoteReference(element) ? 'noteref' : undefined,
        };
      case 'ol':
        return {
          start: value('start', number),
          type: value('type', /^[1aAiI]$/),
          reversed: element.hasAttribute('reversed') ? 'reversed' : undefined,
        };
      case 'li':
        return {
          value:
            value('value', element.parentElement?.localName === 'ol' ? number : /^$/) || undefined,
        };
      case 'td':
        return { colspan: value('colspan', span), rowspan: value('rowspan', span) };
      case 'th':
        return {
          colspan: value('colspan', span),
          rowspan: value('rowspan', span),
          scope: value('scope', /^(?:row|col|rowgroup|colgroup)$/),
        };
      default:
        return {};
    }
  }

  #href(href: string): string | undefined {
    if (href.startsWith('#')) return `#page-${href.slice(1)}`;
    if (!URL.canParse(href, this.#marking.base)) return undefined;
    const url = new URL(href, this.#marking.base);
    return /^(?:https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
  }

  #image(image: Element): string {
    const alt = image.getAttribute('alt') ?? '';
    const src = this.#marking.pictures.get(image.getAttribute('src') ?? '');
    if (src) return `<img${attributes({ src, alt })}/>`;
    return alt && `<span class="picture">${escapeXml(alt)}</span>`;
  }

  /** Writes something that is not divided; the sentence that begins in it begins before it. */
  #whole(element: Element, xhtml: string, around: Around): void {
    const nodes: Node[] = [element, ...textsIn(element)];
    this.#current = nodes.flatMap((node) => this.#begins.get(node) ?? []).at(-1) ?? this.#current;
    this.#write(xhtml, around);
    if (this.#current && nodes.includes(this.#current.last)) this.#current = null;
  }

  #text(text: Text, around: Around): void {
    const begins = [...(this.#begins.get(text) ?? [])];
    let at = 0;
    for (;;) {
      const within = this.#current;
      const next = within ? undefined : begins.shift();
      const ends = within ? within.last === text : next !== undefined;
      const to = ends ? (within?.end ?? next?.start) : undefined;
      this.#write(escapeXml(text.data.slice(at, to)), around);
      if (!ends) return;
      at = to ?? 0;
      this.#current = next ?? null;
    }
  }

  #write(xhtml: string, { blocks, inlines }: Around): void {
    if (!xhtml) return;
    const sentence = this.#current;
    // The space between two sentences is not part of the link or emphasis around them.
    if (!sentence && xhtml.trim() === '') inlines = [];
    if (sentence) this.#ids.set(sentence.index, `s${sentence.index}`);
    this.#goTo([...blocks, ...(sentence ? [sentence.layer] : []), ...inlines]);
    this.#xhtml += xhtml;
  }

  /** Closes and opens elements until exactly these are open. */
  #goTo(layers: readonly Layer[]): void {
    let common = 0;
    while (common < this.#open.length && this.#open[common] === layers[common]) common++;
    for (const { tag, isBlock } of this.#open.slice(common).reverse())
      this.#xhtml += `</${tag}>${isBlock ? '\n' : ''}`;
    for (const layer of layers.slice(common)) {
      this.#xhtml += `<${layer.tag}${attributes({ id: layer.id })}${layer.attributes}>`;
      if (layer.id) this.#writtenIds.add(layer.id);
      layer.id = undefined;
    }
    this.#open = [...layers];
  }
}

function common(element: Element): Record<string, string | undefined> {
  const lang = element.getAttribute('lang') ?? undefined;
  const dir = element.getAttribute('dir')?.toLowerCase();
  return {
    lang,
    'xml:lang': lang,
    dir: dir && /^(?:ltr|rtl|auto)$/.test(dir) ? dir : undefined,
  };
}

/** Attributes of MathML that say how a formula looks. */
const MATH_ATTRIBUTES =
  'display mathvariant stretchy fence separator accent accentunder displaystyle columnalign open close'.split(
    ' ',
  );

/** Writes an element with all it contains. */
function serialize(element: Element): string {
  const name = element.localName;
  if (/^annotation/.test(name)) return '';
  const content = [...element.childNodes].map((node) => {
    if (node.nodeType === 1) return serialize(node as Element);
    return node.nodeType === 3 ? escapeXml((node as Text).data) : '';
  });
  const kept = MATH_ATTRIBUTES.map((attribute) => [
    attribute,
    element.getAttribute(attribute) ?? undefined,
  ]);
  const xmlns = name === 'math' ? 'http://www.w3.org/1998/Math/MathML' : undefined;
  const own = attributes({ xmlns, ...(Object.fromEntries(kept) as Record<string, string>) });
  return `<${name}${own}>${content.join('')}</${name}>`;
}

/** Readers may skip the number of a note. */
function isNoteReference(link: Element): boolean {
  const isRaised = link.parentElement?.localName === 'sup' || link.querySelector('sup') !== null;
  return isRaised && link.getAttribute('href')?.startsWith('#') === true;
}

function textsIn(element: Element): Node[] {
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === 1 ? textsIn(node as Element) : [node],
  );
}
