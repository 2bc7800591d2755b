import { expect } from '@open-wc/testing';
import { AzureEngine } from '../../../src/speech/azure/azure-engine.js';
import { type SpeakOptions, SpeechError, type Utterance } from '../../../src/speech/engine.js';
import {
  type Answer,
  type ReceivedRequest,
  findStandIn,
  type StandInClient,
} from '../../fixtures/azure-stand-in-client.js';

export const moment = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
export const KATJA = 'de-DE-KatjaNeural';

/** The engine distinguishes utterances by identity and caches their sound by text, so each test uses texts of its own. */
let count = 0;
export const utterance = (text = `Satz ${++count}.`, more: Partial<Utterance> = {}): Utterance => ({
  text,
  lang: 'de',
  pause: 0.3,
  ...more,
});
export const textOf = ({ body }: ReceivedRequest) =>
  new DOMParser().parseFromString(body, 'application/xml').documentElement.textContent;

export let azure: StandInClient;
export let engine: AzureEngine;
export const log: [number, string][] = [];
const durations = new WeakMap<Utterance, number>();
/** The duration that the engine reported, in milliseconds. */
export const duration = (said: Utterance) => durations.get(said) ?? NaN;
export const entries = () => log.map(([, entry]) => entry);
export const speak = (said: Utterance, signal = new AbortController().signal, from = 0) => {
  const options: SpeakOptions = {
    signal,
    from,
    onStart: (seconds = NaN) => {
      log.push([performance.now(), `start ${said.text}`]);
      durations.set(said, seconds * 1000);
    },
    onWord: () => log.push([performance.now(), 'word']),
  };
  return engine.speak(said, options);
};
export const failure = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(SpeechError);
  return error as SpeechError;
};
export const requestCount = async (endpoint: 'v1' | 'token' | 'list') =>
  (await azure.requests(endpoint)).length;
export const always = (v1: Answer) => azure.plan({ always: { v1 } });
const unhandled: unknown[] = [];
const onUnhandled = ({ reason }: PromiseRejectionEvent) => unhandled.push(reason);

/** Called within a suite: gives each test a new engine, and a stand-in for Azure that answers normally. */
export function azureSuite(): void {
  before(async () => {
    azure = await findStandIn();
    addEventListener('unhandledrejection', onUnhandled);
    await fetch(azure.tokenUrl);
  });
  beforeEach(async () => {
    log.length = 0;
    await azure.plan();
    engine = new AzureEngine({ tokenUrl: azure.tokenUrl, recipient: azure.host });
  });
  afterEach(() => engine.dispose());
  after(() => {
    removeEventListener('unhandledrejection', onUnhandled);
    expect(unhandled).to.deep.equal([]);
  });
}
