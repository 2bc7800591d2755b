import { css } from 'lit';

/**
 * The layout of the settings: groups under a rule, in two columns where there is room; in each row a label and its field,
 * one above the other where it is very narrow.
 */
export const settingsStyle = css`
  :host {
    display: block;
    container-type: inline-size;
    margin-block: 0.5rem;
    border-block: 2px solid var(--vorleser-rule-color, currentcolor);
    font-size: 0.9375em;
    line-height: 1.35;
    --rule: var(--vorleser-rule-color, color-mix(in srgb, currentcolor 40%, transparent));
  }
  :host([hidden]) {
    display: none;
  }
  .groups {
    /* The first group of each column has the rule of the whole panel. */
    margin-block-start: -1px;
    column-gap: 2rem;
    column-rule: 1px solid var(--rule);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .group {
    break-inside: avoid;
    padding-block-end: 0.6rem;
  }
  .group > legend {
    inline-size: 100%;
    box-sizing: border-box;
    padding-block: 0.5rem 0.2rem;
    border-block-start: 1px solid var(--rule);
    font-weight: bold;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(min-content, 1fr) minmax(min(55%, 100% - 10em), max-content);
    align-items: center;
    column-gap: 0.75rem;
    min-block-size: var(--vorleser-size, max(44px, 2.5em));
    padding-block: 2px;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  .slider {
    /* It takes the free space, and none from its label. */
    contain: inline-size;
    display: flex;
    align-items: center;
    gap: 0.25rem;
  }
  output {
    min-inline-size: 3.5em;
    font-variant-numeric: tabular-nums;
    text-align: end;
    unicode-bidi: plaintext;
  }
  .list legend {
    padding-block: 0.6rem 0.1rem;
  }
  .checkbox {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-block-size: var(--vorleser-size, max(44px, 2.5em));
    padding-block: 0.15rem;
    box-sizing: border-box;
    cursor: pointer;
  }
  .checkbox input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0 0.1em;
    cursor: pointer;
  }
  .wrapped {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.25em;
  }
  .hint {
    margin: 0 0 0.4rem;
    font-style: italic;
  }
  .actions {
    display: flex;
    hyphens: manual;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--rule);
  }
  button,
  vorleser-link-button::part(button),
  vorleser-rate-select::part(select) {
    border-color: color-mix(in srgb, currentcolor 60%, transparent);
    padding-inline: 0.9em;
  }
  vorleser-rate-select::part(select) {
    appearance: auto;
    padding-inline: 0.5em;
    text-align: start;
    text-align-last: auto;
  }
  vorleser-link-button::part(button) {
    /* While there is nothing to copy, its border is too pale to be a part of the ring. */
    outline-offset: 0;
  }
  vorleser-link-button::part(label) {
    display: inline;
  }
  .actions p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin: 0;
  }
  @container (max-width: 21em) {
    .row {
      grid-template-columns: minmax(0, 1fr);
      padding-block: 0.4rem 0.2rem;
    }
    button,
    vorleser-link-button,
    vorleser-link-button::part(button) {
      flex: 1 0 100%;
      inline-size: 100%;
    }
  }
  @container (min-width: 39em) {
    .groups {
      columns: 2;
    }
  }
`;
