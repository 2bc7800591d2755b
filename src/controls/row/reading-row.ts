import { html, type LitElement, nothing } from 'lit';
import { settings } from '../../settings/store.js';
import { adoptMoreStyles } from '../shared/adopt-more-styles.js';
import { placeStyle } from './place-style.js';
import { readingStyle } from './reading-style.js';
import {
  type ControlName,
  controlsOf,
  fitting,
  knownControls,
  renderControl,
} from './row-controls.js';
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
 * @param room how many buttons there is room for; what the listener has pinned comes first, and “More” holds what does not fit
 * @param besides the controls that always stand beside the row
 */
export function readingRow(player: Element, room = Infinity, besides: readonly ControlName[] = []) {
  const chosen = controlsOf(player).filter((name) => !besides.includes(name));
  const added = knownControls(settings.current.pinned).filter(
    (name) => !chosen.includes(name) && !besides.includes(name),
  );
  const shown = fitting([...added, ...chosen], room);
  const row = chosen.filter((name) => shown.includes(name));
  const pinned = added.filter((name) => shown.includes(name));
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
