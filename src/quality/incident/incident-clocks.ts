import type { ServiceHours } from '../../calendar/service-time.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { ElapsedRule } from '../../records/declaration/state.ts';
import type { IncidentData } from './incident-data.ts';
import { lead } from './incident-roles.ts';

type Rule = ElapsedRule<IncidentData>;
const when = (at: string | undefined) => (at === undefined ? null : new Date(at));

/** A closed incident counts as resolved by then at the latest. */
const resolutionOf = ({ resolvedAt, closedAt }: IncidentData) => resolvedAt ?? closedAt;

function hoursOf({ promise, departmentId }: IncidentData, org: Organisation): ServiceHours {
  if (!promise || promise.calendar === '7x24') return 'always';
  return { calendar: org.calendarOf(org.siteOfDepartment(departmentId ?? '').id), hours: promise.hours };
}

/** While an SLA clock runs, the owners are reminded of it; if it is missed, the project's specialty lead is told, too. */
const reminders = () => ({ before: [30], half: true, missed: lead }) as const;

/** From the report until someone responds. */
export const response: Rule = {
  kind: 'elapsed',
  reminders,
  clock(data, org) {
    if (!data.promise || data.cancellation !== undefined) return null;
    return {
      startedAt: new Date(data.reportedAt),
      minutes: data.promise.response,
      hours: hoursOf(data, org),
      pauses: [],
      // A resolved incident was responded to, whether or not the other tool says when.
      metAt: when(data.respondedAt ?? resolutionOf(data)),
    };
  },
};

/** From the report until service is restored, minus the time spent waiting for the customer. */
export const resolution: Rule = {
  kind: 'elapsed',
  reminders,
  clock(data, org) {
    if (!data.promise || data.cancellation !== undefined) return null;
    return {
      startedAt: new Date(data.reportedAt),
      minutes: data.promise.resolution,
      hours: hoursOf(data, org),
      pauses: data.pauses.map(({ from, to }) => ({ from: new Date(from), to: when(to ?? resolutionOf(data)) })),
      metAt: when(resolutionOf(data)),
    };
  },
};

/**
 * When the call-back becomes due (requirements, note 1): at the resolution; or at the closing, if it was closed before the customer was asked,
 * urgently or by another tool.
 */
export function callBackSince(data: IncidentData): { readonly since: string; readonly isClosing: boolean } {
  const { callBack, closedAt, reportedAt } = data;
  const isClosing = closedAt !== undefined && (callBack === undefined || callBack.at > closedAt);
  return { since: (isClosing ? closedAt : resolutionOf(data)) ?? reportedAt, isClosing };
}

/** How long the customer waits to be asked, for the figures: the call-back itself carries the deadline. */
export const callBack: Rule = {
  kind: 'elapsed',
  elsewhere: true,
  clock(data, { settings }) {
    if (resolutionOf(data) === undefined || data.cancellation !== undefined) return null;
    return {
      startedAt: new Date(callBackSince(data).since),
      minutes: settings.callBackHours * 60,
      hours: 'always',
      pauses: [],
      metAt: when(data.callBack?.at),
    };
  },
};
