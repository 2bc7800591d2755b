/** A page's script in strict TypeScript: tag names, methods, properties and events without a cast. */
import 'vorleser/define';
import {
  type Cue,
  type LexiconSource,
  type ListedVoice,
  type VorleserPlayer,
  type VorleserPlayerEventMap,
  VorleserSkipButton,
  type Word,
} from 'vorleser';

const player = document.createElement('vorleser-player');
player.htmlFor = 'story';
player.article = document.querySelector('article');
document.body.append(player);

const lexicon: LexiconSource = { Xi: 'Schi' };
player.lexicon = lexicon;
player.lexicon = '/lexicon.pls';

player.addEventListener('boundary', (event) => {
  const word: Word = event.detail;
  console.log(player.activeCue?.text.slice(word.start, word.end));
});
player.addEventListener('boundary', function () {
  this.pause();
});
player.addEventListener('voiceschange', () => {
  const names: string[] = player.voices.map((voice: ListedVoice) => voice.name);
  console.log(names);
});
player.addEventListener('error', (event) => console.error(event.type, player.error?.message));
player.addEventListener('keydown', (event) => console.log(event.key));
player.addEventListener('own-event', (event) => console.log(event.type));

const onBoundary = (event: VorleserPlayerEventMap['boundary']) => console.log(event.detail.start);
player.addEventListener('boundary', onBoundary, { once: true });
player.removeEventListener('boundary', onBoundary);

const found: VorleserPlayer | null = document.querySelector('vorleser-player');
const cue: Cue | null | undefined = found?.activeCue;
console.log(cue?.startTime);
await found?.play();
found?.next('paragraph');
for (const time of document.querySelectorAll('vorleser-time')) time.show = 'remaining';
document.querySelector('vorleser-play-button')?.addEventListener('click', () => player.pause());
document.querySelector('vorleser-volume')?.requestUpdate();

const skip = document.querySelector('vorleser-skip-button');
if (skip instanceof VorleserSkipButton) skip.direction = 'previous';

// What is wrong does not compile.
// @ts-expect-error There is no such unit.
player.next('chapter');
// @ts-expect-error It is read-only.
player.paused = true;
// @ts-expect-error A word has no text.
player.addEventListener('boundary', (event) => event.detail.text);
// @ts-expect-error Only `boundary` has a detail.
player.addEventListener('cuechange', (event) => event.detail);
// @ts-expect-error An error of the player is no ErrorEvent.
player.addEventListener('error', (event) => event.message);
// @ts-expect-error There is no such property.
player.src = 'story.mp3';
// @ts-expect-error Not a direction.
document.createElement('vorleser-skip-button').direction = 'up';
// @ts-expect-error There is no such element.
document.createElement('vorleser-skip').direction = 'next';
