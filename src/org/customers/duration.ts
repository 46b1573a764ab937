import { z } from 'zod';

/** The longest SLA target: a year. */
const MOST_MINUTES = 366 * 24 * 60;

const written = /^(?:(\d+(?:\.\d+)?)(?:h|hours?|小时))?\s*(?:(\d+)(?:m|min|minutes?|分钟|分)?)?$/i;

/**
 * A duration as people write it, in minutes: `30`, `30m`, `4h`, `1.5h`, `1h30m`, `4小时`, `30分钟`; null for anything else, for zero and for more than a
 * year. Days are not accepted: with working hours their length would be ambiguous.
 */
export function readMinutes(text: string): number | null {
  const [, hours, minutes] = written.exec(text.trim().normalize('NFKC')) ?? [];
  if (hours === undefined && minutes === undefined) return null;
  const total = Math.round(Number(hours ?? 0) * 60) + Number(minutes ?? 0);
  return total >= 1 && total <= MOST_MINUTES ? total : null;
}

/** Minutes in a form that `readMinutes` reads back: `30m`, `4h`, `1h30m`. */
export function writeMinutes(total: number): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  return `${hours > 0 ? `${hours}h` : ''}${minutes > 0 || hours === 0 ? `${minutes}m` : ''}`;
}

/** A duration in `org.yaml`: a number of minutes, or a text. */
export const minutesSchema = z.union([z.number(), z.string()]).transform((given, context) => {
  const minutes = readMinutes(String(given));
  if (minutes === null) context.addIssue({ code: 'custom', message: 'Give a time such as 30m, 4h or 1h30m.' });
  return minutes ?? 1;
});
