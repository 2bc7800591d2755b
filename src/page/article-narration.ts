import { createNarration, type Narration } from '../narration/index.js';
import { type Settings, settings } from '../settings/settings.js';

/** A player as far as what it reads depends on it. */
interface Player {
  readonly localName: string;
  /** A CSS selector of content that is not read; emptied where it is invalid. */
  skip: string;
}

/** Makes the narration of an article, without the content that its publisher or the listener leaves out. */
export function narrationFor(player: Player, root: Element): Narration {
  const unwanted = [player.localName, ...unwantedBy(settings.chosen)];
  const { images } = settings.chosen;
  try {
    return createNarration(root, {
      skip: [...unwanted, player.skip].filter(Boolean).join(),
      images,
    });
  } catch (error) {
    console.error(
      `<vorleser-player skip="${player.skip}">: this is no valid selector; nothing is skipped`,
      error,
    );
    player.skip = '';
    return createNarration(root, { skip: unwanted.join(), images });
  }
}

/** The elements that a listener does not want to hear. */
function unwantedBy({ headings = true, captions = true }: Settings): string[] {
  return [
    ...(headings ? [] : ['h1,h2,h3,h4,h5,h6,[role=heading]']),
    ...(captions ? [] : ['figcaption,caption']),
  ];
}
