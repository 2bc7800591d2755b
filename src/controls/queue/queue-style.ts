import { css } from 'lit';

/** The style of the queue. Its markers are empty, since a list without markers is none for Safari. */
export const queueStyle = css`
  :host {
    display: block;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style-type: '';
    counter-reset: place;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    padding-block: 0.5em;
    border-block-end: 1px solid
      var(--vorleser-rule-color, color-mix(in srgb, currentcolor 25%, transparent));
    counter-increment: place;
  }
  li::before {
    content: counter(place) '.';
    min-inline-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }
  .article {
    flex: 1 1 12em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .time {
    display: block;
    font-size: 0.875em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--vorleser-gap, 0.25em);
  }
  .listen,
  .undo {
    border-color: currentcolor;
    padding-inline: 0.75em;
  }
  p {
    margin: 0;
    min-block-size: 1.5em;
  }
`;
