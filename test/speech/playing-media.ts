import sinon from 'sinon';

let play: sinon.SinonSpy<[], Promise<void>> | undefined;

/** Observes playing media elements, in the document or not, during the tests of the enclosing `describe`. */
export function observeMedia(): void {
  before(() => {
    play = sinon.spy(HTMLMediaElement.prototype, 'play');
  });
  beforeEach(() => play?.resetHistory());
  after(() => play?.restore());
}

/** Whether a media element that was started during this test is playing. */
export function isMediaPlaying(): boolean {
  return started().some(({ paused, ended }) => !paused && !ended);
}

/** Pauses the media elements that were started during this test, as the system does for a call. */
export function pauseMedia(): void {
  for (const element of started()) element.pause();
}

/** Plays the media element that was started last, as the system does with a media key. */
export function playMedia(): void {
  started()
    .at(-1)
    ?.play()
    .catch(() => undefined); // Another pause interrupts this call.
}

function started(): HTMLMediaElement[] {
  return (play?.thisValues ?? []) as HTMLMediaElement[];
}
