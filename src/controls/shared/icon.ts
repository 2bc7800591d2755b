import { svg } from 'lit';

/*
 * Icons of Lucide 0.5 (https://lucide.dev), ISC License, Copyright (c) for portions of Lucide are held by Cole Bemis
 * 2013-2022 as part of Feather (MIT). All other copyright (c) for Lucide are held by Lucide Contributors 2022.
 */

/** Draws an icon from its paths, in a view box of 24 by 24. */
export const icon = (paths: unknown, kind = '') => svg`
  <svg class=${kind} viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

/** Draws an icon that is mirrored in a right-to-left interface. */
export const directedIcon = (paths: unknown) => icon(paths, 'directed');

export const playIcon = icon(svg`<polygon fill="currentColor" points="6 3 20 12 6 21 6 3" />`);
