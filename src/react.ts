'use client';
/**
 * For React 19: registers the elements, makes their tags known to TypeScript in JSX, and exports the player as a component for
 * pages that are rendered on a server.
 */
import {
  createElement,
  type HTMLAttributes,
  type RefAttributes,
  useSyncExternalStore,
} from 'react';
import './define.js';
import type {
  Described,
  VorleserElements,
  VorleserPlayerProperties,
} from './elements.generated.js';

/** React passes `onboundary` on to `addEventListener('boundary', …)`. */
type Listeners<Element, Events> = {
  [Type in keyof Events & string as `on${Type}`]?:
    ((event: Events[Type] & { readonly currentTarget: Element }) => void) | undefined;
};

/** React never calls `onPlay` and its like on an element that is not its own `<audio>` or `<video>`. */
type NativeAttributes<Element, Events> = {
  [
    Name in keyof HTMLAttributes<Element> as Lowercase<Name> extends `on${keyof Events & string}`
      ? never
      : Name
  ]: HTMLAttributes<Element>[Name];
};

type Props<Description> =
  Description extends Described<infer Element, infer Attributes, infer Properties, infer Events>
    ? Attributes &
        Properties &
        Listeners<Element, Events> &
        NativeAttributes<Element, Events> &
        RefAttributes<Element>
    : never;

/** The elements as JSX sees them, by their tag names. */
export type VorleserIntrinsicElements = {
  [Tag in keyof VorleserElements]: Props<VorleserElements[Tag]>;
};

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface IntrinsicElements extends VorleserIntrinsicElements {}
  }
}

export type VorleserPlayerProps = VorleserIntrinsicElements['vorleser-player'];

/**
 * `<vorleser-player>` for pages that are rendered on a server. When React hydrates a custom element, it neither adds listeners nor
 * sets properties (https://github.com/facebook/react/issues/35446), so both are given to it in a second rendering, before the
 * browser paints. Elsewhere the tag itself does the same.
 */
export function VorleserPlayer(props: VorleserPlayerProps) {
  const isHydrated = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return createElement('vorleser-player', isHydrated ? props : attributesOf(props));
}

const PROPERTIES = {
  article: true,
  currentTime: true,
  defaultVoice: true,
  muted: true,
  playbackRate: true,
  volume: true,
} satisfies Record<keyof VorleserPlayerProperties, true>;

/** What HTML can say: neither properties nor listeners of the element's own events. */
function attributesOf(props: VorleserPlayerProps): VorleserPlayerProps {
  return Object.fromEntries(
    Object.entries(props).filter(
      ([name, value]) =>
        !(name in PROPERTIES) &&
        !/^on[a-z]/.test(name) &&
        (name !== 'lexicon' || typeof value === 'string'),
    ),
  );
}
