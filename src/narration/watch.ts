/** Attributes that decide whether or how something is read. */
const ATTRIBUTES =
  'hidden inert open lang alt title class style slot role aria-hidden data-nosnippet data-vorleser data-vorleser-say'.split(
    ' ',
  );

/** How long changes are gathered before they are told, in milliseconds; the first of them is told at once. */
const REST = 200;

/** Watches trees of a page, and tells when something changed in them that may be read. */
export class Watch {
  readonly #onChange: () => void;
  readonly #observer = new MutationObserver(() => this.#onMutation());
  readonly #trees = new WeakSet<Node>();
  #toldAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  add(tree: Node): void {
    if (this.#trees.has(tree)) return;
    this.#trees.add(tree);
    this.#observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  end(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #onMutation(): void {
    const wait = this.#toldAt + REST - performance.now();
    if (this.#timer !== undefined) return;
    if (wait <= 0) this.#tell();
    else this.#timer = setTimeout(() => this.#tell(), wait);
  }

  #tell(): void {
    this.#timer = undefined;
    this.#toldAt = performance.now();
    this.#onChange();
  }
}
