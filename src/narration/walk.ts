import { Block, isText } from './block.js';
import { isExcluded, isHiddenFormula, isStruckOut, isWrapper } from './exclusions.js';
import type { NarrationOptions } from './narration-options.js';
import { spokenAlternative } from './spoken-alternative.js';
import { isNoteMark } from './superscript.js';

/** An element that the walk has entered and not left yet. */
interface Frame {
  readonly element: Element;
  /** The children that are still to be visited. */
  readonly children: Iterator<Node, void>;
  /** The block that text in the element belongs to: the element itself or the nearest one around it. */
  readonly container: BlockContainer;
  readonly visible: boolean;
  /** Whether its text has a size. */
  readonly sized: boolean;
  readonly lang: string;
  /** Whether the language differs from that of the parent. */
  readonly changesLang: boolean;
  /** What is spoken instead of the text. */
  readonly spoken: string | undefined;
  readonly struckOut: boolean;
  /** Whether the text must stay in one block, because it is spoken as one. */
  readonly indivisible: boolean;
  /** Whether the element floats, but is not laid out as a block of its own: an initial. */
  readonly initial: boolean;
  /** The block under construction when the element was entered, and its length then. */
  readonly block: Block | null;
  readonly start: number;
}

/** An element that is laid out as a block. */
interface BlockContainer {
  readonly element: Element;
  readonly lang: string;
  readonly keepsLines: boolean;
}

/** How many nodes of a block are visited in one step, so that no step takes long. */
const NODES_PER_STEP = 500;

/**
 * Walks an article as it is laid out, through open shadow roots and slots, and yields its blocks in reading order. It is a
 * generator so that the work before the first block does not grow with the length of the article. In a block of many nodes
 * it yields null from time to time, so that the caller can interrupt the work.
 */
export class Walk {
  readonly #options: NarrationOptions;
  readonly #onShadow: (root: ShadowRoot) => void;
  readonly #frames: Frame[] = [];
  /** Whether the page keeps the whole article out of sight until its scripts have run. */
  readonly #isHidden: boolean;
  /** The block under construction. */
  #block: Block | null = null;
  /** The length of that block right after its last `<br>`. */
  #lengthAtBreak = -1;

  /**
   * @param root the root element of the article
   * @param lang the language of the article, BCP 47
   * @param onShadow called with each open shadow root that is entered
   */
  constructor(
    root: Element,
    lang: string,
    options: NarrationOptions,
    onShadow: (root: ShadowRoot) => void,
  ) {
    this.#options = options;
    this.#onShadow = onShadow;
    const style = getComputedStyle(root);
    this.#isHidden = style.visibility === 'hidden';
    this.#enter(root, style, false, lang);
  }

  *blocks(): Generator<Block | null, void> {
    let frame;
    for (let nodes = 1; (frame = this.#frames.at(-1)); nodes++) {
      const block = this.#step(frame);
      if (block?.length) yield block;
      else if (nodes % NODES_PER_STEP === 0) yield null;
    }
  }

  /** Visits one node, or leaves the element. @returns the block that ends there, or null */
  #step(frame: Frame): Block | null {
    const node = frame.children.next().value;
    if (!node) return this.#leave(frame);
    if (isText(node) && frame.visible && frame.sized) this.#blockIn(frame).append(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    if ((node as Element).localName === 'br') return this.#break(frame);
    return this.#visit(node as Element, frame);
  }

  /** Two line breaks in a row end a block, since some pages separate paragraphs like that. */
  #break({ indivisible }: Frame): Block | null {
    if (!indivisible && this.#block?.length === this.#lengthAtBreak) return this.#finish();
    this.#block?.appendBreak();
    this.#lengthAtBreak = this.#block?.length ?? -1;
    return null;
  }

  #visit(element: Element, parent: Frame): Block | null {
    const style = getComputedStyle(element);
    const wraps = isWrapper(element, style);
    if (isExcluded(element, style, wraps, this.#options)) return null;
    if (element.localName === 'sup' && isNoteMark(element, this.#block?.tail ?? '')) return null;
    const beginsBlock = !wraps && !parent.indivisible && isBlockContainer(element, style);
    const finished = beginsBlock ? this.#finish() : null;
    // Documents in XML have `xml:lang`, and keep it where they are served as HTML.
    const lang = element.getAttribute('lang') || element.getAttribute('xml:lang') || parent.lang;
    this.#enter(element, style, wraps, lang, beginsBlock ? undefined : parent);
    return finished;
  }

  #enter(
    element: Element,
    style: CSSStyleDeclaration,
    wraps: boolean,
    lang: string,
    parent?: Frame,
  ): void {
    if (element.shadowRoot) this.#onShadow(element.shadowRoot);
    const spoken = spokenAlternative(element, this.#options);
    this.#frames.push({
      element,
      children: childrenOf(element),
      container: parent?.container ?? {
        element,
        lang,
        keepsLines: /^(?:pre|break)/.test(style.whiteSpace),
      },
      visible: this.#isHidden || /^(?:visible)?$/.test(style.visibility),
      sized: wraps && parent ? parent.sized : style.fontSize !== '0px',
      lang,
      changesLang: lang !== (this.#frames.at(-1)?.lang ?? lang),
      spoken,
      struckOut: !wraps && isStruckOut(element, style),
      indivisible: parent?.indivisible || spoken !== undefined || element.localName === 'math',
      initial: !wraps && parent !== undefined && style.float !== 'none',
      block: this.#block,
      start: this.#block?.length ?? 0,
    });
  }

  #leave(frame: Frame): Block | null {
    const { element, spoken, initial, container, block, start } = frame;
    const isEmpty = this.#block === block && (this.#block?.length ?? 0) === start;
    if (spoken !== undefined && isEmpty) this.#blockIn(frame).appendElement(element, spoken);
    const finished = container.element === element ? this.#finish() : null;
    this.#annotate(frame);
    if (initial) this.#block?.endInitial();
    this.#frames.pop();
    return finished;
  }

  #blockIn({ container }: Frame): Block {
    return (this.#block ??= new Block(container.element, container.lang, container.keepsLines));
  }

  #finish(): Block | null {
    const block = this.#block;
    for (const frame of this.#frames) this.#annotate(frame);
    this.#block = null;
    this.#lengthAtBreak = -1;
    return block;
  }

  /** Annotates the part of the block that comes from an element with its own language or spoken alternative, or that is struck out. */
  #annotate({ block, start, lang, changesLang, spoken, struckOut }: Frame): void {
    if (!this.#block || (spoken === undefined && !changesLang && !struckOut)) return;
    const from = block === this.#block ? start : 0;
    if (from < this.#block.length)
      this.#block.annotations.push({
        start: from,
        end: this.#block.length,
        spoken,
        lang,
        struckOut,
      });
  }
}

/**
 * The nodes to visit in an element: those of its shadow root, those assigned to a slot, what can be seen of a closed `<details>`,
 * else all of its children.
 */
function* childrenOf(element: Element): Generator<Node, void> {
  const assigned = (element as Partial<HTMLSlotElement>).assignedNodes?.() ?? [];
  yield* assigned;
  if (assigned[0]) return;
  const isClosed = element.localName === 'details' && !element.hasAttribute('open');
  let node = isClosed
    ? element.querySelector(':scope > summary')
    : (element.shadowRoot ?? element).firstChild;
  for (let next; node; node = next) {
    next = isClosed ? null : node.nextSibling;
    yield node;
  }
}

/** A floating letter is an initial: it belongs to the text after it. So does a formula that is out of sight beside its picture. */
function isBlockContainer(element: Element, style: CSSStyleDeclaration): boolean {
  if (element.localName === 'math' || /^(?:inline|contents|ruby|none)/.test(style.display))
    return false;
  if (style.position !== 'static' && isHiddenFormula(element)) return false;
  return style.float === 'none' || element.textContent.trim().length > 2;
}
