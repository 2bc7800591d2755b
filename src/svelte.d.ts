/**
 * For Svelte 5: makes the elements known to the type checker of templates (svelte-check). `vorleser/svelte` also registers them.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { Described, VorleserElements } from './elements.generated.js';

type Listeners<Element, Events> = {
  [Type in keyof Events & string as `on${Type}`]?:
    ((event: Events[Type] & { readonly currentTarget: Element }) => void) | null | undefined;
};

type NativeAttributes<Element extends EventTarget, Events> = Omit<
  HTMLAttributes<Element>,
  `on${keyof Events & string}` | `on:${keyof Events & string}`
>;

type Props<Description> =
  Description extends Described<infer Element, infer Attributes, infer Properties, infer Events>
    ? Attributes &
        Properties &
        Listeners<Element, Events> &
        NativeAttributes<Element & EventTarget, Events>
    : never;

type VorleserSvelteElements = {
  [Tag in keyof VorleserElements]: Props<VorleserElements[Tag]>;
};

declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface SvelteHTMLElements extends VorleserSvelteElements {}
}

export type { VorleserElements } from './elements.generated.js';
