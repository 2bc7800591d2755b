import type { SystemCommands } from '../engine.js';
import { SoundPlayer } from './sound-player.js';

/** What engines have in common that play sounds: a change of rate or volume, and a pause, need no new sound. */
export abstract class SoundEngine {
  protected readonly player: SoundPlayer;
  #rate = 1;
  #volume = 1;

  /** @param audio the element that plays; a new one by default */
  constructor(audio?: HTMLAudioElement) {
    this.player = new SoundPlayer(audio);
  }

  get rate(): number {
    return this.#rate;
  }

  set rate(rate: number) {
    this.#rate = this.player.rate = rate;
  }

  get volume(): number {
    return this.#volume;
  }

  set volume(volume: number) {
    this.#volume = this.player.volume = volume;
  }

  get systemCommands(): SystemCommands | null {
    return this.player.systemCommands;
  }

  set systemCommands(commands: SystemCommands | null) {
    this.player.systemCommands = commands;
  }

  pause(): void {
    this.player.pause();
  }

  resume(): void {
    this.player.resume();
  }
}
