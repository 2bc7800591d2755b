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
  const started = (play?.thisValues ?? []) as HTMLMediaElement[];
  return started.some(({ paused, ended }) => !paused && !ended);
}
