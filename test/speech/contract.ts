import { describeConsecutiveUtterances } from './contract/consecutive-utterances.js';
import { describeCoverage } from './contract/coverage.js';
import { describeInterruptions } from './contract/interruptions.js';
import { describeRateAndVolume } from './contract/rate-and-volume.js';
import { describeRobustness } from './contract/robustness.js';
import { describeSystemCommands } from './contract/system-commands.js';
import { describeSpeaking } from './contract/speaking.js';
import { type Candidate, ContractSubject } from './contract/subject.js';
import { describeVoicesAndLoading } from './contract/voices-and-loading.js';

/** Checks that an engine keeps the promises of `SpeechEngine`. A promise is checked in the file of its subject. */
export function describeContract(name: string, candidate: Candidate): void {
  describe(`${name} keeps the contract:`, () => {
    const subject = new ContractSubject(candidate);
    describeSpeaking(subject);
    describeConsecutiveUtterances(subject);
    describeInterruptions(subject);
    if (candidate.system) describeSystemCommands(subject, candidate.system);
    describeRateAndVolume(subject);
    describeVoicesAndLoading(subject);
    describeCoverage(subject);
    describeRobustness(subject);
  });
}
