import { expect } from '@open-wc/testing';
import { PrefixSums } from '../../src/playback/prefix-sums.js';
import { Seeded } from '../fixtures/seeded.js';

describe('PrefixSums', () => {
  it('stay correct whenever numbers are appended or changed', () => {
    const random = new Seeded(7);
    const sums = new PrefixSums();
    const numbers: number[] = [];
    for (let step = 0; step < 2000; step++) {
      if (numbers.length === 0 || random.chance(0.3)) {
        numbers.push(random.below(100));
        sums.push(numbers.at(-1) ?? 0);
      } else {
        const index = random.below(numbers.length);
        const difference = random.below(100) - 50;
        numbers[index] = (numbers[index] ?? 0) + difference;
        sums.add(index, difference);
      }
      const count = random.below(numbers.length + 1);
      expect(sums.of(count)).to.equal(numbers.slice(0, count).reduce((sum, each) => sum + each, 0));
    }
    expect(sums.length).to.equal(numbers.length);
  });
});
