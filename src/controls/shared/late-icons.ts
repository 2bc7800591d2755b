import { svg } from 'lit';
import { draw } from './icons.js';

/** Icons of what is fetched late; of Lucide, as the others. */
export const lateIcons = {
  toPlayer: draw(svg`<path d="m5 9 7-7 7 7" /><path d="M12 16V2" /><path d="M5 21h14" />`),
  hide: draw(svg`<path d="M18 6 6 18M6 6l12 12" />`),
  sleep: draw(svg`<path d="M12 3a6 6 0 0 0 9 9 9 9 0 1 1-9-9Z" />`),
  link: draw(
    svg`<path d="M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7l-1.8 1.7" /><path d="M14 11a5 5 0 0 0-7.5-.5l-3 3a5 5 0 0 0 7 7l1.8-1.7" />`,
  ),
  done: draw(svg`<path d="M20 6 9 17l-5-5" />`),
  loud: draw(
    svg`<path d="M11 4.7a.7.7 0 0 0-1.2-.5L6.4 7.6a1.4 1.4 0 0 1-1 .4H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.4a1.4 1.4 0 0 1 1 .4l3.4 3.4a.7.7 0 0 0 1.2-.5z" /><path d="M16 9a5 5 0 0 1 0 6" /><path d="M19.4 18.4a9 9 0 0 0 0-12.8" />`,
  ),
  muted: draw(
    svg`<path d="M11 4.7a.7.7 0 0 0-1.2-.5L6.4 7.6a1.4 1.4 0 0 1-1 .4H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.4a1.4 1.4 0 0 1 1 .4l3.4 3.4a.7.7 0 0 0 1.2-.5z" /><path d="m22 9-6 6M16 9l6 6" />`,
  ),
};
