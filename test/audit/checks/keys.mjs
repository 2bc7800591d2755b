/**
 * No character key has an effect while the focus is outside the controls (WCAG 2.1.4). No engine checks that.
 *
 * @type {import('../audit.mjs').Check}
 */
export function keys(page) {
  return page.evaluate(() => {
    /** @type {any} */ (document.activeElement)?.blur?.();
    const { below } = /** @type {any} */ (window).auditing;
    const observer = new MutationObserver(() => undefined);
    const all = { attributes: true, characterData: true, childList: true, subtree: true };
    observer.observe(document, all);
    for (const { shadowRoot } of below(document)) if (shadowRoot) observer.observe(shadowRoot, all);
    const players = /** @type {any[]} */ ([...document.querySelectorAll('vorleser-player')]);
    const state = () => players.map(({ paused, muted }) => `${paused} ${muted}`).join();
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const taken = printable.filter((key) => {
      const before = state();
      observer.takeRecords();
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented || observer.takeRecords().length > 0 || state() !== before;
    });
    observer.disconnect();
    return taken.length > 0
      ? [{ rule: 'keys', where: 'body', what: `takes „${taken.join('“, „')}“` }]
      : [];
  });
}
