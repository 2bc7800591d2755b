import { html, type LitElement, nothing } from 'lit';
import { settings } from '../../settings/store.js';
import { adoptMoreStyles } from '../shared/adopt-more-styles.js';
import { placeStyle } from './place-style.js';
import { readingStyle } from './reading-style.js';
import { type ControlName, controlsOf, knownControls, renderControl } from './row-controls.js';
import { defineRowElements } from './row-elements.js';

defineRowElements();

/** Adds the style of the row to that of a player, which is smaller without it until somebody listens. */
export function adoptReadingStyle(player: Pick<LitElement, 'renderRoot'>): void {
  adoptMoreStyles(player, player.renderRoot, placeStyle, readingStyle);
}

/**
 * The controls beside the play button while an article is read: those of the attribute `controls`, those that the listener has
 * pinned, and “More”. The undo of a seek and the way to the current sentence are shown beside the timeline while they are useful.
 *
 * @param most how many controls of the attribute there is room for, besides the timeline; “More” holds the others
 */
export function readingRow(player: Element, most = Infinity) {
  const row = firstOf(controlsOf(player), most);
  const pinned = knownControls(settings.current.pinned).filter((name) => !row.includes(name));
  const timeline = row.indexOf('timeline');
  const end = timeline < 0 ? row.length : timeline;
  return html`${row.slice(0, end).map(renderControl)}
    <div part="place">
      ${timeline < 0 ? nothing : renderControl('timeline')}
      <vorleser-back-button
        autohide
        exportparts="button, button:back-button, label"
      ></vorleser-back-button>
      <vorleser-place-button
        autohide
        exportparts="button, button:place-button, label"
      ></vorleser-place-button>
    </div>
    ${[...row.slice(end + 1), ...pinned].map(renderControl)}
    <vorleser-more-button .row=${row}></vorleser-more-button>`;
}

/** The first controls, and the timeline, which takes no room from them. */
function firstOf(names: readonly ControlName[], most: number): ControlName[] {
  const others = names.filter((name) => name !== 'timeline').slice(0, most);
  return names.filter((name) => name === 'timeline' || others.includes(name));
}
