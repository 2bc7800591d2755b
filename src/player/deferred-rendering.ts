import { css, LitElement } from 'lit';
import { adoptMoreStyles } from '../controls/shared/adopt-more-styles.js';

/** Reserves the size of the row, as pages do until the element is defined. */
const reservedStyle = css`
  :host::before {
    content: '0 0';
    display: block;
    visibility: hidden;
    min-inline-size: calc(3 * max(44px, 2.5em));
    max-inline-size: 100vi;
    block-size: calc(max(44px, 2.5em) + 1em + 2px);
    overflow: hidden;
    font-family: monospace, serif;
    word-spacing: calc(22em + 6 * max(44px, 2.5em) + 0.5px - 3ch);
  }
`;

/**
 * An element that is rendered for the first time in a task of its own. Together with the evaluation of the script, that would be a
 * long task, during which the page does not answer (https://web.dev/articles/long-tasks-devtools). Its size is reserved until
 * then. The controls of a page in it are rendered at once: they are not shown before.
 */
export abstract class DeferredRendering extends LitElement {
  protected override createRenderRoot() {
    const root = super.createRenderRoot();
    if (this.#isDeferred) adoptMoreStyles(this, root, reservedStyle);
    return root;
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.#isDeferred ? this.#updateLater() : super.scheduleUpdate();
  }

  async #updateLater(): Promise<void> {
    await (globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
    await super.scheduleUpdate();
    adoptMoreStyles(this, this.renderRoot);
  }

  get #isDeferred(): boolean {
    return !this.hasUpdated && !this.firstElementChild;
  }
}
