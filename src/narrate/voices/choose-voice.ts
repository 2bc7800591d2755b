import { UsageFailure } from '../failure.js';
import type { Voice } from './voice.js';

/** The engines that render. */
export const ENGINES = ['embedded', 'azure', 'server'] as const;
export type EngineName = (typeof ENGINES)[number];

/** Which voice is to read. */
export interface VoiceChoice {
  readonly engine: EngineName;
  /** As the engine calls it; empty for its default. */
  readonly voice: string;
  /** A program instead of an engine; see `CommandVoice`. */
  readonly command?: string;
  /** The address of a speech server. */
  readonly server?: string;
  /** How many sentences are rendered at the same time. */
  readonly jobs: number;
}

/** @throws a UsageFailure if the engine is not there, or needs what was not given */
export async function chooseVoice({
  engine,
  voice,
  command,
  server,
  jobs,
}: VoiceChoice): Promise<Voice> {
  if (command !== undefined) {
    const { CommandVoice } = await import('./command-voice.js');
    return new CommandVoice(command, voice, jobs);
  }
  switch (engine) {
    case 'embedded': {
      const { EmbeddedVoice } = await import('./embedded-voice.js');
      return new EmbeddedVoice(jobs);
    }
    case 'azure': {
      const { AzureVoice } = await import('./azure-voice.js');
      return AzureVoice.create(voice, jobs);
    }
    case 'server': {
      if (!server) throw new UsageFailure('which speech server? Add --server URL');
      const { ServerVoice } = await import('./server-voice.js');
      return ServerVoice.create(server, voice, jobs);
    }
  }
}
