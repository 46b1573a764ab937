import type { ServiceHours } from '../../calendar/service-time.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { ElapsedRule } from '../../records/declaration/state.ts';
import type { IncidentData } from './incident-data.ts';

type Rule = ElapsedRule<IncidentData>;
const when = (at: string | undefined) => (at === undefined ? null : new Date(at));

/** What is closed was resolved, by then at the latest. */
const resolutionOf = ({ resolvedAt, closedAt }: IncidentData) => resolvedAt ?? closedAt;

function hoursOf({ promise, departmentId }: IncidentData, org: Organisation): ServiceHours {
  if (!promise || promise.calendar === '7x24') return 'always';
  return { calendar: org.calendarOf(org.siteOfDepartment(departmentId ?? '').id), hours: promise.hours };
}

/** From the report until somebody says that they are at it. */
export const response: Rule = {
  kind: 'elapsed',
  clock(data, org) {
    if (!data.promise || data.cancellation !== undefined) return null;
    return {
      startedAt: new Date(data.reportedAt),
      minutes: data.promise.response,
      hours: hoursOf(data, org),
      pauses: [],
      // What was resolved was responded to, whether the other tool says when or not.
      metAt: when(data.respondedAt ?? resolutionOf(data)),
    };
  },
};

/** From the report until it works again, without the time of waiting for the customer. */
export const resolution: Rule = {
  kind: 'elapsed',
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

/** The call-back: 24 elapsed hours after the resolution (requirements, note 1). */
export const callBack: Rule = {
  kind: 'elapsed',
  clock(data, { settings }) {
    const { callBack: called, closedAt } = data;
    const resolvedAt = resolutionOf(data);
    if (resolvedAt === undefined || data.cancellation !== undefined) return null;
    return {
      startedAt: new Date(resolvedAt),
      minutes: settings.callBackHours * 60,
      hours: 'always',
      pauses: [],
      metAt: when(called?.at ?? closedAt),
    };
  },
};
