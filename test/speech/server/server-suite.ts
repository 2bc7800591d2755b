import { expect } from '@open-wc/testing';
import {
  type SpeakOptions,
  SpeechError,
  type Utterance,
  type Word,
} from '../../../src/speech/engine.js';
import { ServerEngine } from '../../../src/speech/server/server-engine.js';
import { findSpeechServer, type SpeechServerClient } from '../../fixtures/speech-server-client.js';

export const moment = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The longest text that the server takes. */
export const MAX_TEXT_LENGTH = 60;

export let server: SpeechServerClient;
export let engine: ServerEngine;
export const words: Word[] = [];
/** The durations of what was spoken, in seconds. */
export const durations: number[] = [];

let count = 0;
export const utterance = (text = `Satz ${++count}.`, more: Partial<Utterance> = {}): Utterance => ({
  text,
  lang: 'de',
  pause: 0,
  ...more,
});

export function speak(said: Utterance, signal = new AbortController().signal): Promise<void> {
  const options: SpeakOptions = {
    signal,
    onStart: (duration = NaN) => durations.push(duration),
    onWord: (word) => words.push(word),
  };
  return engine.speak(said, options);
}

export async function failure(promise: Promise<unknown>): Promise<SpeechError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(SpeechError);
  return error as SpeechError;
}

/** Replaces the engine by one for another address: a path and a query of the server. */
export function engineAt(address: string): ServerEngine {
  engine.dispose();
  engine = new ServerEngine(server.url + address);
  engine.rate = 4;
  return engine;
}

/** Called within a suite: gives each test a new engine, and a server that answers normally. */
export function serverSuite(address = ''): void {
  before(async () => {
    server = await findSpeechServer(MAX_TEXT_LENGTH);
  });
  beforeEach(async () => {
    words.length = durations.length = 0;
    await server.plan();
    engine = new ServerEngine(server.url + address);
    engine.rate = 4;
  });
  afterEach(() => engine.dispose());
}
