import type { Static } from 'typebox';
import type { factsOfParticipant } from '../../service/facts-in/index.ts';

type Shown = Static<(typeof factsOfParticipant)['output']>['facts'];

/** What a fact says beside its day and its kind. */
export function factDetail({
  provider,
  group,
  value,
  unit,
  source,
  method,
  ...rest
}: Shown[number]) {
  const worth = value === undefined ? undefined : valueInWords(value, unit);
  return [provider, group, rest.with, worth, source, method]
    .filter((each) => each !== undefined)
    .join(', ');
}

function valueInWords(value: string, unit: string | undefined): string {
  return unit === undefined ? `value ${value}` : `${value} ${unit}`;
}
