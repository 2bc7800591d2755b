import { css } from 'lit';

/**
 * The layout of the default bar, between two hairlines: a row of controls above the timeline where there is room, else the play
 * button above a grid of the others. Its height does not depend on what is shown, so that a page can reserve it. The
 * times are as wide as their longest text, so that the timeline does not move.
 *
 * In a box that is as wide as its content, such as a float or a cell of a table, the bar is as wide as the row of controls, if there
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
  [part='bar'] {
    position: relative;
  }
  .fit {
    container-type: inline-size;
  }
  [part='skip-link']:focus-visible {
    position: absolute;
    z-index: 1;
    display: flex;
    align-items: center;
    min-block-size: var(--vorleser-size, max(44px, 2.5em));
    margin-block-start: calc(2 * var(--vorleser-gap, 0.25em));
    padding-inline: 0.9em;
    border: 1px solid;
    border-radius: var(--vorleser-radius, 4px);
    background: var(--vorleser-popup-background, Canvas);
    color: var(--vorleser-popup-color, CanvasText);
    outline: 3px solid var(--vorleser-focus-color, currentcolor);
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
    word-spacing: calc(16em + 8 * max(44px, 2.5em, var(--vorleser-size, 0px)) + 0.5px - 3ch);
  }
  [part='controls'],
  [part='place'] {
    display: flex;
    align-items: center;
    padding-block: var(--vorleser-gap, 0.25em);
    border: 0 solid var(--vorleser-rule-color, color-mix(in srgb, currentcolor 25%, transparent));
  }
  [part='controls'] {
    flex-wrap: wrap;
    padding-block-start: calc(2 * var(--vorleser-gap, 0.25em));
    border-block-start-width: 1px;
  }
  [part='place'] {
    gap: var(--vorleser-gap, 0.25em);
    padding-block-start: 0;
    border-block-end-width: 1px;
  }
  vorleser-play-button {
    margin-inline-end: var(--vorleser-gap, 0.25em);
  }
  vorleser-back-button {
    margin-inline-start: auto;
  }
  vorleser-timeline {
    flex: 1;
  }
  vorleser-time {
    min-inline-size: 3em;
  }
  vorleser-time[show='remaining'] {
    min-inline-size: 9em;
    text-align: end;
  }
  @container (max-width: calc(16em + 8 * max(44px, 2.5em))) {
    [part='controls'] {
      display: grid;
      grid-template-columns: repeat(
        auto-fill,
        minmax(max(20%, var(--vorleser-size, max(44px, 2.5em))), 1fr)
      );
      justify-items: center;
    }
    vorleser-play-button {
      grid-column: 1 / -1;
      inline-size: 100%;
      min-inline-size: 0;
      margin: 0;
    }
    vorleser-back-button {
      margin: 0;
    }
    vorleser-rate-select {
      grid-column: span 2;
    }
    [part='place'] {
      flex-wrap: wrap;
      row-gap: 0;
    }
    vorleser-timeline {
      flex-basis: calc(
        99% - 2 * (var(--vorleser-size, max(44px, 2.5em)) + var(--vorleser-gap, 0.25em))
      );
    }
    vorleser-time[show] {
      order: 1;
      flex: auto;
      min-inline-size: 0;
      white-space: normal;
      line-height: 1.5;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
