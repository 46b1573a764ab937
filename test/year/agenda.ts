import type { Chronicle } from './chronicle.ts';
import { type Done, life, type Step } from './life.ts';
import { createRandom, type Random } from './random.ts';
import { dayAt, instantOn, isWorked, shift, workingDaysOn } from './working-days.ts';

/** A step that is to be carried out at an instant. */
export interface Appointment {
  readonly at: Date;
  readonly step: Step;
  /** Told what became of it; whatever follows is put on the agenda. */
  done(outcome: Done): void;
}

/** What is to happen in the year, the earliest first; lives go on as their steps are done. */
export interface Agenda {
  /** The next step, taken from the agenda; undefined when everything is over. */
  next(): Appointment | undefined;
  /** The instant of the next step. */
  peek(): Date | undefined;
  readonly chronicles: readonly Chronicle[];
}

/** So many lives that begin over the working days of a year. */
export function openAgenda(seed: number, lives: number, year: number): Agenda {
  const random = createRandom(seed);
  const chronicles: Chronicle[] = [];
  const waiting: Appointment[] = [];
  const days = workedDays(year);

  function add(appointment: Appointment): void {
    let [low, high] = [0, waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((waiting[middle]?.at ?? appointment.at) <= appointment.at) low = middle + 1;
      else high = middle;
    }
    waiting.splice(low, 0, appointment);
  }

  function follow(steps: ReturnType<typeof life>, outcome: Done | null, own: Random): void {
    const { value, done } = outcome === null ? steps.next() : steps.next(outcome);
    if (done || !value) return;
    const at = outcome === null ? null : after(outcome.at, value.afterDays, own);
    if (at) add({ at, step: value, done: (next) => follow(steps, next, own) });
  }

  for (let count = 0; count < lives; count++) {
    const own = createRandom(seed + count + 1);
    const day = days[random.between(0, days.length - 1)] ?? '';
    const steps = life(own, (chronicle) => chronicles.push(chronicle));
    const { value } = steps.next();
    if (value) add({ at: minuteOf(day, own), step: value, done: (next) => follow(steps, next, own) });
  }
  return { next: () => waiting.shift(), peek: () => waiting[0]?.at, chronicles };
}

/** Between half past nine and half past five. */
const minuteOf = (day: string, random: Random) =>
  new Date(instantOn(day, random.between(570, 1_050)).getTime() + random.between(0, 59_000));

/** So many working days on; on the same day, some minutes on. */
function after(at: Date, days: number, random: Random): Date {
  if (days === 0) return new Date(at.getTime() + random.between(1, 10) * 60_000);
  return minuteOf(workingDaysOn(dayAt(at), days), random);
}

function workedDays(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = shift(day, 1)) if (isWorked(day)) days.push(day);
  return days;
}
