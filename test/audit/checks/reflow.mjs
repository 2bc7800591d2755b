/** 1280 by 1024 pixels at 400 %, and a narrow phone's split screen. */
const SIZES = [
  { width: 320, height: 256 },
  { width: 256, height: 480 },
];

/**
 * At 400 % zoom, the page does not scroll in two dimensions, has all its controls, and leaves at least half of itself to the text,
 * unless a dialog is audited (WCAG 1.4.10).
 *
 * @type {import('../audit.mjs').Check}
 */
export async function reflow(page, { within }) {
  const usual = page.viewport();
  const scrolled = await page.evaluate(() => scrollY);
  /** @type {import('../audit.mjs').Finding[]} */
  const findings = [];
  for (const size of SIZES) {
    await page.setViewport(size);
    findings.push(
      ...(await page.evaluate(async (within) => {
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
        const { elements, seen, where } = /** @type {any} */ (window).auditing;
        return [...elements(within)].filter(seen).flatMap((element) => {
          const { left, right, height } = element.getBoundingClientRect();
          const { position } = getComputedStyle(element);
          const over =
            (position === 'fixed' || position === 'sticky') && !element.matches(':modal');
          const problems = [
            ...(right > innerWidth + 1 || left < -1 ? ['extends beyond the page'] : []),
            ...(over && height > innerHeight / 2
              ? ['leaves less than half of the page to the text']
              : []),
          ];
          return problems.map((what) => ({
            rule: 'reflow',
            where: where(element),
            what: `${what} at ${innerWidth} by ${innerHeight}`,
          }));
        });
      }, within)),
    );
  }
  if (usual) await page.setViewport(usual);
  // Layout that depends on the page's size is restored within the next frames.
  await page.evaluate(async (scrolled) => {
    scrollTo({ top: scrolled, behavior: 'instant' });
    await /** @type {any} */ (window).auditing.settled();
  }, scrolled);
  return findings;
}
