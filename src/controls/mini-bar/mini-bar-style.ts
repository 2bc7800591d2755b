import { css } from 'lit';

/**
 * One row, clear of a phone's notch and of bars of the page. On a phone it shows the sentence, the buttons that one needs there, and the
 * timeline as a line along its edge. The buttons that come and go stand after the others there, so that none of those moves.
 */
export const miniBarStyle = css`
  :host {
    display: contents;
  }
  .bar {
    display: flex;
    align-items: center;
    --lower: var(--vorleser-inset-block-end, var(--lower-bars, 0px));
    --upper: var(--vorleser-inset-block-start, var(--upper-bars, 0px));
    scroll-margin-block: var(--upper) var(--lower);
    writing-mode: horizontal-tb;
    inset-inline: 0;
    inline-size: fit-content;
    min-inline-size: min(44rem, 100%);
    max-inline-size: 100%;
    /* Not vh, which grows with the zoom of a page. */
    max-block-size: 50%;
    overflow: auto;
    margin-inline: auto;
    padding: 4px max(4px, env(safe-area-inset-right)) 4px max(4px, env(safe-area-inset-left));
  }
  .lower {
    inset-block-end: var(--lower);
    padding-block-end: max(4px, env(safe-area-inset-bottom) - var(--lower));
    border-block-end: 0;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .upper {
    inset-block-start: var(--upper);
    padding-block-start: max(4px, env(safe-area-inset-top) - var(--upper));
    border-block-start: 0;
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .bar button,
  .bar *::part(button) {
    /* The ring stays within the bar. */
    outline-offset: 0;
  }
  vorleser-play-button {
    min-inline-size: 0;
  }
  vorleser-play-button::part(button) {
    min-inline-size: var(--vorleser-size, max(44px, 2.5em));
    inline-size: auto;
  }
  vorleser-play-button::part(label) {
    position: absolute;
    inline-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .excerpt {
    display: none;
    flex-basis: 100%;
    padding: 6px 0.75em 0;
    font-size: 0.875em;
    line-height: 1.25;
    text-align: center;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 44rem) {
    /* There is room for one of them, and “More” has the other. */
    :has(> vorleser-back-button:not([hidden])) > vorleser-place-button[autohide] {
      display: none;
    }
  }
  @media (max-width: 36rem) {
    .bar {
      flex-wrap: wrap;
      reading-flow: flex-visual;
      inline-size: 100%;
      padding-right: env(safe-area-inset-right);
      padding-left: env(safe-area-inset-left);
      border-inline: 0;
      border-radius: 0;
    }
    .bar button,
    .bar *::part(button) {
      outline-offset: -3px;
    }
    .excerpt {
      display: block;
    }
    vorleser-back-button,
    vorleser-place-button {
      order: 1;
    }
    .bar > button:last-child {
      order: 2;
      margin-inline-start: auto;
    }
    vorleser-time,
    vorleser-timeline::part(slider),
    vorleser-timeline::part(mark),
    vorleser-timeline::part(thumb) {
      display: none;
    }
    [part='place'] {
      display: contents;
    }
    vorleser-timeline {
      position: absolute;
      inset: 0 0 auto;
      block-size: 3px;
      --vorleser-track-size: 3px;
      --vorleser-thumb-size: 0px;
    }
  }
  @media (max-height: 20rem) {
    .excerpt {
      display: none;
    }
  }
`;
