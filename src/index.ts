export type { Article } from './article/article.js';
export {
  messagesContext,
  playbackContext,
  PlaybackController,
} from './elements/playback-context.js';
export type { Messages } from './locales/messages.js';
export { VorleserArticle } from './elements/vorleser-article.js';
export { VorleserBackButton } from './elements/vorleser-back-button.js';
export { VorleserLinkButton } from './elements/vorleser-link-button.js';
export { VorleserMuteButton } from './elements/vorleser-mute-button.js';
export { VorleserPlaceButton } from './elements/vorleser-place-button.js';
export { VorleserPlayButton } from './elements/vorleser-play-button.js';
export { VorleserPlayer } from './elements/vorleser-player.js';
export { VorleserRateSelect } from './elements/vorleser-rate-select.js';
export { VorleserSettingsButton } from './elements/vorleser-settings-button.js';
export { VorleserSkipButton } from './elements/vorleser-skip-button.js';
export { VorleserStatus } from './elements/vorleser-status.js';
export { VorleserStopButton } from './elements/vorleser-stop-button.js';
export { VorleserTime } from './elements/vorleser-time.js';
export { VorleserTimeline } from './elements/vorleser-timeline.js';
export { VorleserVoiceSelect } from './elements/vorleser-voice-select.js';
export { VorleserVolume } from './elements/vorleser-volume.js';
export { Cue, Narration } from './narration/index.js';
export type { Unit } from './playback/jump.js';
export type { Notice } from './playback/notice.js';
export { Playback, type PlaybackOptions } from './playback/playback.js';
export type { Sleep } from './playback/sleep-timer.js';
export type { State } from './playback/state.js';
export {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Word,
} from './speech/engine.js';
