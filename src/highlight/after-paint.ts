/**
 * Calls back once the browser has painted the current state; soon, where the page is hidden and nothing is painted. What a press of a
 * control asks for is done then, unless it begins or ends a sound, so that the press is answered in the next frame, however long that takes: https://web.dev/articles/optimize-inp
 *
 * @returns cancels that
 */
export function afterPaint(callback: () => void): () => void {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout>;
  const painted = () => (timer = setTimeout(callback));
  if (document.hidden) painted();
  else frame = requestAnimationFrame(painted);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
