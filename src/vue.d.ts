/**
 * For Vue 3: makes the elements known to the type checker of templates (vue-tsc). `vorleser/vue` also registers them.
 */
import type { HTMLAttributes, ReservedProps } from 'vue';
import type { Described, VorleserElements } from './elements.generated.js';

/** `@boundary` is the property `onBoundary`, as Vue's compiler writes it. */
type Listeners<Element, Events> = {
  [Type in keyof Events & string as `on${Capitalize<Type>}`]?:
    ((event: Events[Type] & { readonly currentTarget: Element }) => void) | undefined;
};

/** `article-id` is the property `articleId`, as Vue's type checker sees it. */
type Camelized<Name> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Tail>}`
  : Name;

type CamelizedAttributes<Attributes> = {
  [Name in keyof Attributes as Camelized<Name>]: Attributes[Name];
};

type NativeAttributes<Events> = Omit<HTMLAttributes, `on${Capitalize<keyof Events & string>}`> & {
  [name: `data${Capitalize<string>}`]: unknown;
};

/** A component whose instance, and so a template reference, is the element. */
type Component<Description> =
  Description extends Described<infer Element, infer Attributes, infer Properties, infer Events>
    ? new () => Element & {
        $props: CamelizedAttributes<Attributes> &
          Properties &
          Listeners<Element, Events> &
          NativeAttributes<Events> &
          ReservedProps;
      }
    : never;

type VorleserComponents = {
  [Tag in keyof VorleserElements]: Component<VorleserElements[Tag]>;
};

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface GlobalComponents extends VorleserComponents {}
}

export type { VorleserElements } from './elements.generated.js';
