/* The block in the editor. On the page, PHP renders it. It needs no build step: WordPress brings all that it uses. */
(function ({ blocks, blockEditor, element, i18n }) {
  const { __ } = i18n;

  blocks.registerBlockType('vorleser/player', {
    edit: () =>
      element.createElement(
        'p',
        blockEditor.useBlockProps(),
        __('▶ Here readers can listen to the article.', 'vorleser'),
      ),
    save: () => null,
  });
})(/** @type {any} */ (window).wp);
