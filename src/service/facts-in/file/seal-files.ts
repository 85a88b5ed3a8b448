import { openSealer, type SealedFacts, sealFacts } from '../seal-facts.ts';
import { openSealing, type SealingGround } from '../sealing.ts';
import {
  type Asking,
  type FileToSeal,
  type LastStep,
  type ReadSoFar,
  writeFiles,
} from './write-files.ts';

/** What comes of sealing files, one after the other: facts to be sent, and what comes last. */
export type SealingStep = (Readonly<{ is: 'facts'; sealed: SealedFacts }> & ReadSoFar) | LastStep;

/** Reads files of facts and seals what they say, in turn. */
export async function* sealFiles(
  ground: SealingGround,
  files: readonly FileToSeal[],
  asking: Asking,
): AsyncGenerator<SealingStep> {
  const sealer = openSealer(ground.programme);
  for await (const step of writeFiles(openSealing(ground), files, asking)) {
    if (step.is !== 'written') yield step;
    else yield { ...step, is: 'facts', sealed: sealFacts(sealer, step.facts) };
  }
}
