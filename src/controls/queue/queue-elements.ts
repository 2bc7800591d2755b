/** Loads the elements of the queue where the page has them: unlike other controls, they can stand outside of players. */
export function loadQueueElements(): void {
  if (document.querySelector('vorleser-later-button, vorleser-queue'))
    void import('./define-queue.js').then(({ defineQueue }) => defineQueue());
}
