import { css } from 'lit';

/**
 * How the default controls stand: one row of them above the timeline where there is room, else the play button above a grid
 * of the others. The heights are the same whatever is said and shown, so that a page can keep the player's place.
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
  }
  .controls,
  .place {
    display: flex;
    align-items: center;
    gap: var(--vorleser-gap, 0.25rem);
    margin-block-end: var(--vorleser-gap, 0.25rem);
  }
  .controls {
    flex-wrap: wrap;
    column-gap: 0;
  }
  vorleser-back-button {
    margin-inline-start: auto;
  }
  vorleser-timeline {
    flex: 1;
  }
  @container (max-width: calc(12em + 410px)) {
    .controls {
      display: grid;
      grid-template-columns: repeat(5, 1fr);
      justify-items: center;
    }
    vorleser-play-button {
      grid-column: 1 / -1;
      inline-size: 100%;
    }
    vorleser-back-button {
      margin: 0;
    }
    vorleser-rate-select {
      grid-column: span 2;
    }
    .place {
      display: grid;
      grid-template-columns: auto 1fr auto;
      row-gap: 0;
    }
    .place > :first-child,
    .place > :last-child,
    vorleser-timeline {
      grid-row: 1;
    }
    vorleser-timeline {
      grid-column: 2;
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
      text-align: end;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
