export { boundMeasurer } from './bound-measurer.ts';
export type { Gate } from './gate.ts';
export { type Measured, type Measurer, type MeasureValue, measurer } from './measurer.ts';
