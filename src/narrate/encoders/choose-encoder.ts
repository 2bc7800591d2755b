import { UsageFailure } from '../failure.js';
import { optionalPackage } from '../optional-package.js';
import type { EncodedFiles, Encoder } from './encoder.js';
import { FfmpegEncoder, hasFfmpeg } from './ffmpeg-encoder.js';
import { PackageEncoder } from './package-encoder.js';

/** What codes the sound: `auto` is ffmpeg if it is there, else the package. */
export const ENCODERS = ['auto', 'ffmpeg', 'package'] as const;
export type EncoderName = (typeof ENCODERS)[number];

/** Starts writing a recording. */
export type StartEncoder = (files: EncodedFiles) => Promise<Encoder>;

/** @throws a UsageFailure if the encoder is not there */
export async function chooseEncoder(name: EncoderName): Promise<StartEncoder> {
  if (name !== 'package' && (await hasFfmpeg())) return (files) => FfmpegEncoder.start(files);
  if (name === 'ffmpeg')
    throw new UsageFailure('there is no ffmpeg with libopus and libmp3lame on this machine');
  await optionalPackage(() => import('vorleser-narrate/encoders.js'));
  return (files) => Promise.resolve(new PackageEncoder(files));
}
