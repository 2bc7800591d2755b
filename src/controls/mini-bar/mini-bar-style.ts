import { css } from 'lit';

/** One row where there is room, at most half of the viewport's height, and clear of a phone's notch and of bars of the page. */
export const miniBarStyle = css`
  :host {
    display: contents;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    --lower: var(--vorleser-inset-block-end, var(--lower-bars, 0px));
    --upper: var(--vorleser-inset-block-start, var(--upper-bars, 0px));
    scroll-margin-block: var(--upper) var(--lower);
    writing-mode: horizontal-tb;
    inset-inline: 0;
    inline-size: fit-content;
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
  .bar > *::part(button) {
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
  vorleser-time {
    padding-inline: 0.5em;
  }
  @media (min-width: 48rem) {
    vorleser-place-button::part(label) {
      display: inline;
    }
  }
  @media (max-width: 30rem) {
    /* Seven targets stand side by side in 308 px, which is what a scrollbar leaves of 320. */
    .bar {
      inline-size: 100%;
      padding-right: env(safe-area-inset-right);
      padding-left: env(safe-area-inset-left);
      border-inline: 0;
      border-radius: 0;
    }
    .bar button,
    .bar > *::part(button) {
      outline-offset: -3px;
    }
    vorleser-time {
      order: -1;
      flex-basis: 100%;
      line-height: 1.3;
      text-align: center;
    }
  }
`;
