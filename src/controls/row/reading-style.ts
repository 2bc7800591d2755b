import { css } from 'lit';

/**
 * The layout of the default bar during a reading: one row, and a second one with the timeline where it does not fit in. Where the row is
 * not much longer than its controls, the longer names of the play button are on two lines, which fit into its height.
 */
export const readingStyle = css`
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
  .reading vorleser-status {
    order: 2;
    flex-basis: 100%;
  }
  .reading vorleser-settings-button::part(panel) {
    order: 3;
  }
  .reading vorleser-more-button {
    margin-inline-start: auto;
  }
  .reading vorleser-play-button {
    flex: 1000 1 6.5em;
    min-inline-size: var(--vorleser-size, max(44px, 2.5em));
    max-inline-size: 12.75em;
  }
  @container (max-width: calc(31em + 6 * max(44px, 2.5em))) {
    .reading vorleser-play-button {
      max-inline-size: 9.25em;
    }
    .reading vorleser-play-button::part(label) {
      line-height: 1.15;
      overflow-wrap: anywhere;
    }
  }
  @container (max-width: calc(21em + 6 * max(44px, 2.5em))) {
    .reading vorleser-play-button {
      flex: none;
    }
  }
  @container ((min-width: calc(17em + 6 * max(44px, 2.5em) + 0.1px)) and (max-width: calc(21em + 6 * max(44px, 2.5em)))) or (max-width: calc(13em + 5 * max(44px, 2.5em))) {
    .reading vorleser-play-button::part(label) {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @container (max-width: calc(17em + 6 * max(44px, 2.5em))) {
    .reading {
      reading-flow: flex-visual;
    }
    .reading vorleser-play-button {
      flex: 1;
    }
    .reading vorleser-play-button::part(button) {
      justify-content: center;
    }
    [part='place'] {
      flex-wrap: wrap;
      order: 1;
      flex-basis: 100%;
      margin-inline-end: 0;
    }
  }
`;
