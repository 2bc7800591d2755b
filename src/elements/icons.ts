import { svg } from 'lit';

/*
 * Icons of Lucide 0.5 (https://lucide.dev), ISC License, Copyright (c) for portions of Lucide are held by Cole Bemis
 * 2013-2022 as part of Feather (MIT). All other copyright (c) for Lucide are held by Lucide Contributors 2022.
 */
const draw = (paths: unknown) => svg`
  <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

export const icons = {
  play: draw(svg`<polygon points="6 3 20 12 6 21 6 3" />`),
  pause: draw(
    svg`<rect x="14" y="4" width="4" height="16" rx="1" /><rect x="6" y="4" width="4" height="16" rx="1" />`,
  ),
  stop: draw(svg`<rect width="18" height="18" x="3" y="3" rx="2" />`),
  previousSentence: draw(svg`<path d="m15 18-6-6 6-6" />`),
  nextSentence: draw(svg`<path d="m9 18 6-6-6-6" />`),
  previousParagraph: draw(svg`<path d="m11 17-5-5 5-5" /><path d="m18 17-5-5 5-5" />`),
  nextParagraph: draw(svg`<path d="m6 17 5-5-5-5" /><path d="m13 17 5-5-5-5" />`),
  previousHeading: draw(svg`<path d="m17 18-6-6 6-6" /><path d="M7 6v12" />`),
  nextHeading: draw(svg`<path d="m7 18 6-6-6-6" /><path d="M17 6v12" />`),
};
