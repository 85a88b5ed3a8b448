const hourMs = 60 * 60 * 1000;

/** Nine in the morning of a day in a time zone, in milliseconds since 1970. */
export function morningOf(day: string, timeZone: string): number {
  const guess = Date.parse(`${day}T09:00:00Z`);
  return guess - offsetAt(guess, timeZone);
}

// How far the clocks of the zone are ahead, as far as minutes go.
function offsetAt(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const said = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] =
    /^GMT([+-])(\d\d):(\d\d)$/.exec(said ?? '') ?? [];
  const ahead = (Number(hours) + Number(minutes) / 60) * hourMs;
  return sign === '-' ? -ahead : ahead;
}
