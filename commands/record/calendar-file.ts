import { z } from 'zod';
import { writeIcs } from '../../src/calendar/write-ics.ts';
import { fileMark, type OutFile } from '../../src/chat/out-file.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { AppError } from '../../src/errors.ts';
import { visitWords } from '../../src/quality/visit/words.ts';
import { mayRead } from '../../src/records/shape/access.ts';
import type { Context } from '../context.ts';
import { refuse, toast } from '../replies.ts';
import { readable } from './readable.ts';

/** The record and person of a calendar entry: stored with the effect, so that the file is created, and access checked again, when it is sent. */
export const calendarContent = z.object({ file: z.literal('calendar'), number: z.string() });
export type CalendarContent = z.output<typeof calendarContent>;

/** The value of *Add to calendar*. */
export const calendarValue = z.object({ number: z.string().max(60) });

/** *Add to calendar*: sends the entry as a file in a direct message; imported again after a change, it moves. */
export async function sendCalendarFile({ number }: z.output<typeof calendarValue>, context: Context): Promise<Reply> {
  const record = await readable(number, context);
  const { registry, view, origin, person, org } = context;
  if (!registry.get(record.type).calendarEntry?.(record, view))
    return refuse(context, { key: visitWords.calendar.none });
  const content: CalendarContent = { file: 'calendar', number: record.number };
  await context.sendFile({ period: origin, personId: person.id, content }, org);
  return toast(context, 'good', { key: visitWords.calendar.coming });
}

type Reader = Pick<Context, 'person' | 'org' | 'now' | 'locale' | 'registry'> & {
  readonly records: Pick<Context['records'], 'load'>;
};

/**
 * Creates the file; `key` is that of the effect that sends it. Rejects with `calendar.notToBeHad` if no day is agreed any more, or the person
 * may not see the record.
 */
export async function makeCalendarFile({ number }: CalendarContent, key: string, reader: Reader): Promise<OutFile> {
  const { person, org, now, locale, registry } = reader;
  const record = await reader.records.load({ number });
  const readableNow = record && person.active && mayRead(record, person.id, org, now) ? record : null;
  const entry = readableNow && registry.get(readableNow.type).calendarEntry?.(readableNow, { org, locale });
  if (!readableNow || !entry) throw new AppError('calendar.notToBeHad', { number });
  const { id, version, updatedAt } = readableNow;
  const text = writeIcs({ ...entry, uid: `${id}@qmbot`, sequence: version, changedAt: updatedAt });
  return { name: `${number}-${fileMark(key)}.ics`, bytes: Buffer.from(text), type: 'text/calendar' };
}
