import type { Plugin } from 'vite';

/** Whether the browser has style sheets that trees can adopt. */
const ADOPTS_STYLE_SHEETS =
  /\w+\.ShadowRoot&&\(void 0===\w+\.ShadyCSS\|\|\w+\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/;

const POLYFILL_HOOK = /\w+\.(?:reactiveElement|litHtml|litElement)PolyfillSupport\b/;

/** The modules of Lit, and what in them is only there for browsers that do not understand our `target` anyway. */
const UNNEEDED = new Map([
  ['/@lit/reactive-element/css-tag.js', [ADOPTS_STYLE_SHEETS, 'true']],
  ['/@lit/reactive-element/reactive-element.js', [POLYFILL_HOOK, 'undefined']],
  ['/lit-html/lit-html.js', [POLYFILL_HOOK, 'undefined']],
  ['/lit-element/lit-element.js', [POLYFILL_HOOK, 'undefined']],
] as const);

/** Leaves out the code of Lit that supports polyfills of shadow DOM, which makes the first load 1 % smaller. */
export function litWithoutPolyfills(): Plugin {
  return {
    name: 'lit-without-polyfills',
    transform(code, id) {
      for (const [path, [pattern, replacement]] of UNNEEDED) {
        if (!id.endsWith(`node_modules${path}`)) continue;
        if (!pattern.test(code)) this.error(`${path} has changed: ${String(pattern)} is not in it`);
        return { code: code.replace(pattern, replacement), map: null };
      }
      return null;
    },
  };
}
