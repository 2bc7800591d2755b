/**
 * Nothing moves by itself if the user prefers reduced motion (WCAG 2.2.2, 2.3.3).
 *
 * @type {import('../audit.mjs').Check}
 */
export async function reducedMotion(page, { within }) {
  const session = await page.createCDPSession();
  const features = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
  await session.send('Emulation.setEmulatedMedia', { features });
  const found = await page.evaluate(async (within) => {
    const { elements, where } = /** @type {any} */ (window).auditing;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return [...elements(within)]
      .filter((element) => element.getAnimations().length > 0)
      .map((element) => ({ rule: 'reducedMotion', where: where(element), what: 'it moves' }));
  }, within);
  await session.detach();
  return found;
}
