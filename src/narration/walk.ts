import { Block } from './block.js';
import { sayOf } from './say.js';
import { isUnread, type ReadingOptions } from './unread.js';

/** An element that the walk is in. */
interface Frame {
  readonly element: Element;
  /** The child that comes next. */
  next: Node | null;
  /** Its children, where they are not each other's siblings: those that were given to a slot. */
  readonly assigned: readonly Node[] | null;
  /** Where text in it belongs: the nearest element that is laid out as a block, itself or one around it. */
  readonly box: Box;
  readonly visible: boolean;
  readonly lang: string;
  /** Whether that is another language than around it. */
  readonly foreign: boolean;
  /** What is spoken instead of its text. */
  readonly say: string | undefined;
  /** Whether its text cannot be cut into blocks, since it is spoken as one. */
  readonly whole: boolean;
  /** The block that was being built when it began, and how long that was. */
  readonly block: Block | null;
  readonly start: number;
}

interface Box {
  readonly element: Element;
  readonly lang: string;
  readonly keepsLines: boolean;
}

/**
 * Walks an article as it is laid out, through open shadow roots and slots, and yields its blocks in reading order. A
 * generator, so that the work before the first block does not grow with the article.
 *
 * @param root the article's root
 * @param onShadow called with each shadow root it goes into
 */
export function* walkBlocks(
  root: Element,
  options: ReadingOptions = {},
  onShadow: (root: ShadowRoot) => void = () => undefined,
): Generator<Block, void> {
  const walk = new Walk(root, options, onShadow);
  while (!walk.done) {
    const block = walk.step();
    if (block && block.length > 0) yield block;
  }
}

class Walk {
  readonly #options: ReadingOptions;
  readonly #onShadow: (root: ShadowRoot) => void;
  readonly #frames: Frame[] = [];
  #block: Block | null = null;
  /** How long the block was after its last `<br>`. */
  #broken = -1;

  constructor(root: Element, options: ReadingOptions, onShadow: (root: ShadowRoot) => void) {
    this.#options = options;
    this.#onShadow = onShadow;
    this.#enter(root, getComputedStyle(root), languageAround(root));
  }

  get done(): boolean {
    return this.#frames.length === 0;
  }

  /** Goes on by one node. @returns the block that it ends, or null */
  step(): Block | null {
    const frame = this.#frames.at(-1);
    if (!frame) return null;
    const node = frame.next;
    if (!node) return this.#leave(frame);
    frame.next = nextIn(frame, node);
    if (node.nodeType === Node.TEXT_NODE) this.#read(node as Text, frame);
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    if ((node as Element).localName === 'br') return this.#break(frame);
    return this.#visit(node as Element, frame);
  }

  #read(text: Text, frame: Frame): void {
    const folded = frame.element.localName === 'details' && !frame.element.hasAttribute('open');
    if (frame.visible && !folded) this.#blockIn(frame).append(text);
  }

  /** A second line break in a row ends a block, as in pages that know no paragraphs. */
  #break({ whole }: Frame): Block | null {
    if (!whole && this.#block?.length === this.#broken) return this.#finish();
    this.#block?.appendBreak();
    this.#broken = this.#block?.length ?? -1;
    return null;
  }

  #visit(element: Element, parent: Frame): Block | null {
    const style = getComputedStyle(element);
    if (isUnread(element, style, this.#options)) return null;
    const opens = !parent.whole && isLaidOutAsBlock(element, style);
    const finished = opens ? this.#finish() : null;
    this.#enter(element, style, parent.lang, opens ? undefined : parent);
    return finished;
  }

  #enter(element: Element, style: CSSStyleDeclaration, around: string, parent?: Frame): void {
    if (element.shadowRoot) this.#onShadow(element.shadowRoot);
    const assigned =
      element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    const lang = element.getAttribute('lang') || around;
    const say = sayOf(element, this.#options);
    this.#frames.push({
      element,
      next: assigned[0] ?? (element.shadowRoot ?? element).firstChild,
      assigned: assigned.length > 0 ? assigned : null,
      box: parent?.box ?? { element, lang, keepsLines: /^(?:pre|break)/.test(style.whiteSpace) },
      visible: style.visibility === 'visible' || style.visibility === '',
      lang,
      foreign: lang !== around,
      say,
      whole: parent?.whole || say !== undefined || element.localName === 'math',
      block: this.#block,
      start: this.#block?.length ?? 0,
    });
  }

  #leave(frame: Frame): Block | null {
    const empty = this.#block === frame.block && (this.#block?.length ?? 0) === frame.start;
    if (frame.say !== undefined && empty)
      this.#blockIn(frame).appendElement(frame.element, frame.say);
    if (frame.box.element === frame.element) {
      const finished = this.#finish();
      this.#frames.pop();
      return finished;
    }
    this.#mark(frame);
    this.#frames.pop();
    return null;
  }

  #blockIn({ box }: Frame): Block {
    return (this.#block ??= new Block(box.element, box.lang, box.keepsLines));
  }

  #finish(): Block | null {
    const block = this.#block;
    for (const frame of this.#frames) this.#mark(frame);
    this.#block = null;
    this.#broken = -1;
    return block;
  }

  /** Marks what the block has of an element that is spoken in its own way. */
  #mark({ block, start, lang, foreign, say }: Frame): void {
    if (!this.#block || (say === undefined && !foreign)) return;
    const from = block === this.#block ? start : 0;
    if (from < this.#block.length)
      this.#block.mark({ start: from, end: this.#block.length, say, lang });
  }
}

function nextIn({ assigned }: Frame, node: Node): Node | null {
  return assigned ? (assigned[assigned.indexOf(node) + 1] ?? null) : node.nextSibling;
}

/** A letter that floats, as an initial does, belongs to the text behind it. */
function isLaidOutAsBlock(element: Element, { display, float }: CSSStyleDeclaration): boolean {
  if (element.localName === 'math' || /^(?:inline|contents|ruby|none)/.test(display)) return false;
  return float === 'none' || element.textContent.trim().length > 2;
}

/** The language of the text around an element, BCP 47: the nearest `lang`, through shadow roots; German where there is none. */
function languageAround(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return 'de';
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? ('host' in root ? (root.host as Element) : null);
}
