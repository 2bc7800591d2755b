/** What a listener must be told in a sentence; the elements put it into the interface's language. */
export type Notice =
  /** A voice is on its way; `share` of it has arrived, 0 to 1. */
  | { readonly kind: 'loading'; readonly share: number }
  /** An engine did not speak, and another took over at the same sentence. */
  | { readonly kind: 'takeover'; readonly from: string; readonly to: string }
  /** No engine could speak. */
  | { readonly kind: 'silent' }
  /** The browser wants a click first. */
  | { readonly kind: 'blocked' }
  /** There is no article, or nothing in it to read. */
  | { readonly kind: 'empty' }
  /** The article was removed while it was read. */
  | { readonly kind: 'gone' };
