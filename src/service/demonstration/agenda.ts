import type { Stage } from './stage.ts';

/** What is to happen on which day. What is entered for a day that has passed is done next. */
export type Agenda = Readonly<{
  on: (day: string, work: () => Promise<void>) => void;
  /** Does everything up to a day, day by day, in the order in which it was entered. */
  until: (day: string) => Promise<void>;
}>;

export function openAgenda({ setDay }: Stage): Agenda {
  const entries: { day: string; work: () => Promise<void> }[] = [];
  return {
    on: (day, work) => {
      entries.push({ day, work });
    },
    until: async (last) => {
      for (;;) {
        const next = entries.reduce<(typeof entries)[number] | undefined>(
          (first, each) => (first === undefined || each.day < first.day ? each : first),
          undefined,
        );
        if (next === undefined || next.day > last) return;
        entries.splice(entries.indexOf(next), 1);
        setDay(next.day);
        await next.work();
      }
    },
  };
}
