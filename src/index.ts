export type * from './elements.generated.js';
export type { Article } from './article/article.js';
export {
  messagesContext,
  playbackContext,
  PlaybackController,
} from './controls/shared/playback-context.js';
export type { Messages } from './locales/messages.js';
export { VorleserArticle } from './article/vorleser-article.js';
export { VorleserBackButton } from './controls/vorleser-back-button.js';
export { VorleserLaterButton } from './controls/queue/vorleser-later-button.js';
export { VorleserLinkButton } from './controls/vorleser-link-button.js';
export { VorleserMuteButton } from './controls/vorleser-mute-button.js';
export { VorleserPlaceButton } from './controls/vorleser-place-button.js';
export { VorleserPlayButton } from './controls/vorleser-play-button.js';
export { VorleserPlayer } from './player/vorleser-player.js';
export type { Statistics } from './player/statistics.js';
export { VorleserQueue } from './controls/queue/vorleser-queue.js';
export { VorleserRateSelect } from './controls/vorleser-rate-select.js';
export { VorleserSettingsButton } from './controls/vorleser-settings-button.js';
export { VorleserMoreButton } from './controls/row/vorleser-more-button.js';
export { VorleserSkipButton } from './controls/vorleser-skip-button.js';
export { VorleserSleepSelect } from './controls/vorleser-sleep-select.js';
export { VorleserStartOverButton } from './controls/vorleser-start-over-button.js';
export { VorleserStatus } from './controls/vorleser-status.js';
export { VorleserStopButton } from './controls/vorleser-stop-button.js';
export { VorleserTime } from './controls/vorleser-time.js';
export { VorleserTimeline } from './controls/timeline/vorleser-timeline.js';
export { VorleserVoiceSelect } from './controls/vorleser-voice-select.js';
export { VorleserVolume } from './controls/vorleser-volume.js';
export { Cue, Narration } from './narration/index.js';
export type { Unit } from './narration/index.js';
export { NavigableNarration } from './narration/navigable-narration.js';
export type { LexiconSource } from './playback/load-lexicon.js';
export type { Notice } from './playback/notice.js';
export { playRange } from './playback/play-range.js';
export { Playback } from './playback/playback.js';
export type { PlaybackOptions, Sleep } from './playback/playback-options.js';
export type { State } from './playback/state.js';
export {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Word,
} from './speech/engine.js';
export type { ListedVoice } from './speech/listed-voices.js';
