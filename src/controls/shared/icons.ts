import { svg } from 'lit';

/*
 * Icons of Lucide 0.5 (https://lucide.dev), ISC License, Copyright (c) for portions of Lucide are held by Cole Bemis
 * 2013-2022 as part of Feather (MIT). All other copyright (c) for Lucide are held by Lucide Contributors 2022.
 */
export const draw = (paths: unknown, kind = '') => svg`
  <svg class=${kind} viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

/** Mirrored where the interface runs from right to left. */
const drawDirected = (paths: unknown) => draw(paths, 'directed');

export const icons = {
  play: draw(svg`<polygon fill="currentColor" points="6 3 20 12 6 21 6 3" />`),
  pause: draw(svg`<path fill="currentColor" d="M14 4h4v16h-4zM6 4h4v16H6z" />`),
  stop: draw(svg`<path fill="currentColor" d="M6 6h12v12H6z" />`),
  previousSentence: drawDirected(svg`<path d="m15 18-6-6 6-6" />`),
  nextSentence: drawDirected(svg`<path d="m9 18 6-6-6-6" />`),
  previousParagraph: drawDirected(svg`<path d="m11 17-5-5 5-5" /><path d="m18 17-5-5 5-5" />`),
  nextParagraph: drawDirected(svg`<path d="m6 17 5-5-5-5" /><path d="m13 17 5-5-5-5" />`),
  previousHeading: drawDirected(svg`<path d="m17 18-6-6 6-6" /><path d="M7 6v12" />`),
  nextHeading: drawDirected(svg`<path d="m7 18 6-6-6-6" /><path d="M17 6v12" />`),
  goBack: drawDirected(
    svg`<path d="M9 14 4 9l5-5" /><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11" />`,
  ),
  showPlace: draw(svg`<path d="M2 12h3M19 12h3M12 2v3M12 19v3" /><circle cx="12" cy="12" r="7" />`),
  settings: draw(
    svg`<path d="M21 4h-7M10 4H3M21 12h-9M8 12H3M21 20h-5M12 20H3M14 2v4M8 10v4M16 18v4" />`,
  ),
};
