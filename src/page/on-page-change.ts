/** How long changes of a page are collected, in milliseconds, so that a page that never rests costs little. */
const INTERVAL = 1000;

/** Calls back some time after elements or text were added to the page or removed. */
export function onPageChange(callback: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      callback();
    }, INTERVAL);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
