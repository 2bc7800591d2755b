/**
 * Room after the end of the page, which lets its last sentences be scrolled clear of a bar that the page has left no room for. It is
 * an empty element beside the body, out of the page's flow.
 */
let room: HTMLElement | null = null;

/** Makes the page longer. @param height in CSS px, added to the room that is there */
export function addScrollRoom(height: number): void {
  const { scrollingElement, documentElement } = document;
  if (!room) {
    room = document.createElement('div');
    const top = `${scrollingElement?.scrollHeight ?? 0}px`;
    Object.assign(room.style, { position: 'absolute', top, width: '1px', height: '0px' });
    room.style.visibility = 'hidden';
  }
  room.style.height = `${parseFloat(room.style.height) + height}px`;
  documentElement.append(room);
}

/** Restores the page. */
export function removeScrollRoom(): void {
  room?.remove();
  room = null;
}
