import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { Watchdog, withTimeout } from '../../src/playback/watchdog.js';

describe('Watchdog', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => clock.restore());

  it('calls back once, after its time', () => {
    const over = sinon.spy();
    const watchdog = new Watchdog();
    watchdog.start(100, over);
    clock.tick(99);
    expect(over.callCount).to.equal(0);
    clock.tick(500);
    expect(over.callCount).to.equal(1);
  });

  it('starts over when it is started again, and does not call back once it is stopped', () => {
    const [first, second] = [sinon.spy(), sinon.spy()];
    const watchdog = new Watchdog();
    watchdog.start(100, first);
    watchdog.start(200, second);
    clock.tick(199);
    watchdog.stop();
    clock.tick(999);
    expect([first.callCount, second.callCount]).to.deep.equal([0, 0]);
  });

  it('does not count time in which the machine slept', () => {
    const over = sinon.spy();
    new Watchdog().start(1000, over);
    const awake = performance.now.bind(performance);
    performance.now = () => awake() + 3_600_000;
    clock.tick(1000);
    expect(over.callCount).to.equal(0);
    clock.tick(1000);
    expect(over.callCount).to.equal(1);
  });

  it('settles with the promise, or with an error when its time is over', async () => {
    expect(await withTimeout(100, Promise.resolve('here'), new Error('late'))).to.equal('here');
    const late = withTimeout(100, new Promise(() => undefined), new Error('late'));
    clock.tick(100);
    expect(await late.catch((error: Error) => error.message)).to.equal('late');
    expect(clock.countTimers()).to.equal(0);
  });
});
