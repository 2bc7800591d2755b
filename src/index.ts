export type { Article } from './article/article.js';
export { playbackContext, PlaybackController } from './elements/playback-context.js';
export { VorleserArticle } from './elements/vorleser-article.js';
export { VorleserPlayButton } from './elements/vorleser-play-button.js';
export { VorleserPlayer } from './elements/vorleser-player.js';
export { VorleserSkipButton } from './elements/vorleser-skip-button.js';
export { VorleserStatus } from './elements/vorleser-status.js';
export { VorleserStopButton } from './elements/vorleser-stop-button.js';
export { Cue, Narration } from './narration/index.js';
export type { Unit } from './playback/jump.js';
export type { Notice } from './playback/notice.js';
export { Playback, type PlaybackOptions } from './playback/playback.js';
export type { State } from './playback/state.js';
export {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Word,
} from './speech/engine.js';
