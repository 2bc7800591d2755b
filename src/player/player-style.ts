import { css } from 'lit';

/**
 * The layout of the default bar: one row between two hairlines. Its height is the same before anybody listens and during a reading,
 * so that nothing on the page moves; where a reading does not fit in one row, the timeline has a second one. Where there is less room, who
 * reads stands below the time; on phones, both stand in the play button, below its label, and where that would break into two lines,
 * they are for screen readers only. A press of play opens the second row at once, with the status in it until something is heard.
 *
 * In a box that is as wide as its content, such as a float or a cell of a table, the bar is as wide as the row of a reading, if there
 * is room, and never wider than the window. A container is 0 px wide in such a box, so the width comes from `.end` after it: two
 * zeros with as much space between them, where a line may break, as the row needs. Each of the zeros and the space is `1ch` wide in
 * `monospace`, which has another size in browsers if it is the only font.
 */
export const playerStyle = css`
  :host {
    display: block;
    container-type: normal !important;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:focus) {
    outline: 0 !important;
  }
  [part='bar'] {
    position: relative;
  }
  /* The browser's own controls for a recording, until the bar takes their place. */
  ::slotted(audio) {
    display: block;
    inline-size: 100%;
    block-size: calc(max(44px, 2.5em) + 1em + 2px);
  }
  .fit {
    container-type: inline-size;
  }
  .end {
    min-inline-size: calc(3 * max(44px, 2.5em));
    max-inline-size: 100vi;
    block-size: 0;
    overflow: hidden;
    outline: 0;
  }
  .end::before {
    content: '0 0';
    visibility: hidden;
    font-family: monospace, serif;
    word-spacing: calc(22em + 6 * max(44px, 2.5em, var(--vorleser-size, 0px)) + 0.5px - 3ch);
  }
  [part='controls'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding-block: calc(2 * var(--vorleser-gap, 0.25em));
    border: 0 solid var(--vorleser-rule-color, color-mix(in srgb, currentcolor 25%, transparent));
    border-block-width: 1px;
  }
  .idle {
    display: grid;
    grid-template-columns: auto minmax(0, auto) 1fr auto auto;
  }
  vorleser-play-button {
    margin-inline-end: var(--vorleser-gap, 0.25em);
  }
  .idle [part='time'],
  .idle [part='reader'] {
    grid-area: 1 / 2;
    position: relative;
    padding-inline: 0.6em;
    line-height: 1.25;
  }
  .idle [part='reader'] {
    grid-column: 3;
  }
  .idle vorleser-start-over-button {
    grid-column: -3;
  }
  .idle vorleser-settings-button::part(button) {
    grid-column: -2;
  }
  [part='play-details'] {
    display: none;
  }
  vorleser-status {
    grid-area: 1 / 3;
    min-block-size: 0;
    line-height: 1.25;
  }
  vorleser-status::part(resume) {
    display: none;
  }
  @container (max-width: calc(34em + 2 * max(44px, 2.5em))) {
    .kept [part='reader'] {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
      padding: 0;
    }
  }
  @container (max-width: calc(17em + 6 * max(44px, 2.5em))) {
    .idle vorleser-play-button,
    .idle vorleser-start-over-button,
    .idle vorleser-settings-button::part(button),
    .idle [part='time'] {
      grid-row: 1 / span 2;
    }
    .idle [part='time'],
    .idle [part='reader'] {
      grid-column: 2;
      font-size: 0.875em;
    }
    .idle:not(.kept) [part='time']:has(+ [part='reader']) {
      grid-row: 1;
      align-self: end;
    }
    .idle [part='reader'] {
      grid-row: 2;
      align-self: start;
    }
    .idle vorleser-status {
      grid-area: 3 / 1 / auto / span 5;
    }
    .waiting vorleser-status {
      min-block-size: var(--vorleser-size, max(44px, 2.5em));
      align-content: center;
    }
  }
  @container (max-width: calc(20.2em + max(44px, 2.5em))) {
    vorleser-play-button {
      min-inline-size: var(--vorleser-size, max(44px, 2.5em));
    }
  }
  @container (max-width: calc(19.4em + max(44px, 2.5em))) {
    .idle vorleser-play-button {
      grid-column: 1 / span 3;
    }
    [part='play-details'] {
      display: block;
      min-block-size: 1.25em;
      overflow: hidden;
      font-size: 0.75em;
      font-weight: normal;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .idle [part='time'],
    .idle [part='reader'] {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
      padding: 0;
    }
  }
  @container (max-width: 18.25em) {
    .kept [part='play-details'] {
      display: none;
    }
    .kept vorleser-play-button::part(button) {
      padding-inline: 0.25em;
    }
  }
  @container (max-width: 15.75em) {
    [part='play-details'] {
      display: none;
    }
    .idle vorleser-play-button::part(button) {
      padding-inline: 0.25em;
    }
  }
  @container (max-width: 11em) {
    .idle vorleser-play-button::part(label) {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
