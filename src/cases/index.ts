export { exampleFacts, exampleParticipant } from './example-facts.ts';
export { type Trial, type TriedExample, tryExamples } from './try-examples.ts';
