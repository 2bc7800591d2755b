import { Block } from './block.js';
import { isUnread } from './unread.js';

type Step = { readonly enter: Node } | { readonly leave: Element };

/**
 * Walks an article and yields its blocks in reading order. A generator, so that the work before the first block does
 * not grow with the article; the page may change between two steps.
 *
 * @param root the article's root
 * @param skip a CSS selector of elements that are not read, or an empty string
 */
export function* walkBlocks(root: Element, skip: string): Generator<Block, void> {
  const path: Element[] = [root];
  let block: Block | null = null;

  for (const step of walk(root, skip)) {
    if ('leave' in step) {
      if (path.at(-1) !== step.leave) continue;
      path.pop();
      if (block) yield block;
      block = null;
    } else if (step.enter instanceof Text) {
      const around = path.at(-1) ?? root;
      block ??= new Block(around, languageOf(around));
      block.append(step.enter);
    } else if (step.enter instanceof HTMLBRElement) {
      block?.appendBreak();
    } else if (step.enter instanceof Element && isLaidOutAsBlock(step.enter)) {
      if (block) yield block;
      block = null;
      path.push(step.enter);
    }
  }
  if (block) yield block;
}

function* walk(parent: Element, skip: string): Generator<Step, void> {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node instanceof Text) {
      if (!isClosed(parent)) yield { enter: node };
    } else if (node instanceof Element && isRead(node, skip)) {
      yield { enter: node };
      yield* walk(node, skip);
      yield { leave: node };
    }
  }
}

function isRead(element: Element, skip: string): boolean {
  if (isUnread(element, skip)) return false;
  return element.checkVisibility({ visibilityProperty: true }) || displayOf(element) === 'contents';
}

/** Whether an element shows its summary only; text that stands in it directly has no visibility of its own to ask for. */
function isClosed(element: Element): boolean {
  return element instanceof HTMLDetailsElement && !element.open;
}

function isLaidOutAsBlock(element: Element): boolean {
  return !/^(inline|contents|ruby)/.test(displayOf(element));
}

function displayOf(element: Element): string {
  return getComputedStyle(element).display;
}

/** The language of an element's text, BCP 47: the nearest `lang`, through shadow roots; German where none is given. */
function languageOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang;
  }
  return 'de';
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
