const LIVE = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output';

/**
 * No live region changes by itself for half a second (WCAG 4.1.3, 2.2.4), whether or not the voice is speaking.
 *
 * @type {import('../audit.mjs').Check}
 */
export function quiet(page, { within }) {
  return page.evaluate(
    async (within, live) => {
      const { elements, where } = /** @type {any} */ (window).auditing;
      const changes = new Map();
      const observers = [...elements(within)]
        .filter((element) => element.matches(live))
        .map((region) => {
          const observer = new MutationObserver(() =>
            changes.set(region, region.textContent.trim()),
          );
          observer.observe(region, { childList: true, characterData: true, subtree: true });
          return observer;
        });
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const observer of observers) observer.disconnect();
      return [...changes].map(([region, what]) => ({ rule: 'quiet', where: where(region), what }));
    },
    within,
    LIVE,
  );
}
