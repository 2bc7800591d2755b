import { css } from 'lit';

/** The style of text for screen readers, visible only while it has the focus. */
export const visuallyHidden = css`
  .hidden:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
