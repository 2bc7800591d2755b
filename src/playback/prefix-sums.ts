/**
 * A growing list of numbers that returns the sum of its first ones, and changes one, in logarithmic time: a Fenwick tree.
 *
 * @see https://en.wikipedia.org/wiki/Fenwick_tree
 */
export class PrefixSums {
  /** From 1; each element is the sum of the numbers that end there, as many as the lowest set bit of its index. */
  readonly #tree: number[] = [0];

  get length(): number {
    return this.#tree.length - 1;
  }

  push(value: number): void {
    const at = this.#tree.length;
    this.#tree.push(this.of(at - 1) - this.of(at - (at & -at)) + value);
  }

  /** Adds to the number at an index, from 0. */
  add(index: number, difference: number): void {
    for (let at = index + 1; at < this.#tree.length; at += at & -at)
      this.#tree[at] = (this.#tree[at] ?? 0) + difference;
  }

  /** The sum of the first numbers, as many as `count`. */
  of(count: number): number {
    let sum = 0;
    for (let at = Math.min(count, this.length); at > 0; at -= at & -at) sum += this.#tree[at] ?? 0;
    return sum;
  }
}
