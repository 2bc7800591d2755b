import { createNarration, type Narration } from '../narration/index.js';
import type { Settings } from '../settings/schema.js';
import { settings } from '../settings/store.js';

/** What the content of a narration depends on. */
interface Player {
  readonly localName: string;
  /** A CSS selector of content that is not read; emptied where it is invalid. */
  skip: string;
}

/** Creates the narration of an article, without the content that its publisher or the listener leaves out. */
export function narrationFor(player: Player, root: Element): Narration {
  const { current } = settings;
  const { images } = current;
  const excluded = [player.localName, ...excludedBy(current)];
  try {
    return createNarration(root, {
      skip: [...excluded, player.skip].filter(Boolean).join(),
      images,
    });
  } catch (error) {
    console.error(
      `<vorleser-player skip="${player.skip}">: this is not a valid selector, so it is ignored`,
      error,
    );
    player.skip = '';
    return createNarration(root, { skip: excluded.join(), images });
  }
}

/** Selectors of the elements that the listener does not want to hear. */
function excludedBy({ headings, captions }: Settings): string[] {
  return [
    ...(headings ? [] : ['h1,h2,h3,h4,h5,h6,[role=heading]']),
    ...(captions ? [] : ['figcaption,caption']),
  ];
}
