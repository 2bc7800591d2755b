import { css } from 'lit';

/** The style of text for screen readers, visible only while it is focused by keyboard. */
export const visuallyHidden = css`
  .hidden:not(:focus-visible) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
