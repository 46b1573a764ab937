import { dayOf, shiftDay } from '../../calendar/day.ts';
import { instantAt } from '../../calendar/instant-at.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { CallBackData } from './call-back-data.ts';
import { contactOf } from './contact-facts.ts';

type Whom = Pick<CallBackData, 'contactId' | 'contactName' | 'projectId' | 'departmentId'>;

/** The hours of a day in which a contact may be called, by the clock of the project's site. */
export interface CallingHours {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}

/** When the contact may be called: by their own hours, otherwise by the settings'. */
export function callingHoursFor(data: Whom, org: Organisation): CallingHours {
  const contact = contactOf(data, org);
  const { from, to } = contact ? org.callingHoursOf(contact) : org.settings.callingHours;
  return { from, to, zone: org.siteOfDepartment(data.departmentId ?? '').zone };
}

/** The first instant at or after `now` when a call may be made: `now` itself if within the hours. */
export function nextCallable(now: Date, { from, to, zone }: CallingHours): Date {
  const day = dayOf(now, zone);
  const begin = instantAt(day, from, zone);
  if (now < begin) return begin;
  return now < instantAt(day, to, zone) ? now : instantAt(shiftDay(day, 1), from, zone);
}

/** The last instant for a timely call: the deadline, or the end of the calling hours before it. */
export function lastCallable(due: Date, { from, to, zone }: CallingHours): Date {
  const day = dayOf(due, zone);
  if (due <= instantAt(day, from, zone)) return instantAt(shiftDay(day, -1), to, zone);
  const end = instantAt(day, to, zone);
  return due < end ? due : end;
}
