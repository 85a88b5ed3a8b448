export { exampleFacts, exampleParticipants } from './example-facts.ts';
export { type Compared, type Trial, type TriedExample, tryExamples } from './try-examples.ts';
