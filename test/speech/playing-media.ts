import sinon from 'sinon';

let play: sinon.SinonSpy<[], Promise<void>> | undefined;

/** Observes the media elements that play, connected to the document or not, during the tests of the `describe` around it. */
export function observeMedia(): void {
  before(() => {
    play = sinon.spy(HTMLMediaElement.prototype, 'play');
  });
  beforeEach(() => play?.resetHistory());
  after(() => play?.restore());
}

/** Whether a media element is playing that was started during this test. */
export function isMediaPlaying(): boolean {
  const started = (play?.thisValues ?? []) as HTMLMediaElement[];
  return started.some(({ paused, ended }) => !paused && !ended);
}
