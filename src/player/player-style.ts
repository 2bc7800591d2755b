import { css } from 'lit';

/**
 * The layout of the default bar, between two hairlines: a row of controls above the timeline where there is room, else the play
 * button above a grid of the others. Its height does not depend on what is shown, so that a page can reserve it. The
 * times are as wide as their longest text, so that the timeline does not move.
 */
export const playerStyle = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  [part='bar'] {
    container-type: inline-size;
    position: relative;
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
    outline: 0;
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
      grid-template-columns: repeat(5, 1fr);
      justify-items: center;
    }
    vorleser-play-button {
      grid-column: 1 / -1;
      inline-size: 100%;
      margin: 0;
    }
    vorleser-back-button {
      margin: 0;
    }
    vorleser-rate-select {
      grid-column: span 2;
    }
    [part='place'] {
      display: grid;
      grid-template-columns: auto 1fr auto;
      row-gap: 0;
    }
    vorleser-time {
      grid-row: 2;
      line-height: 1.5;
    }
    vorleser-time[show='elapsed'] {
      grid-column: 1 / 3;
    }
    vorleser-time[show='remaining'] {
      grid-column: 2 / -1;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
