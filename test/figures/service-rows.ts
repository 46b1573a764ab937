import type { ServiceRow } from '../../src/figures/service/compute.ts';
import type { DeadlineClock } from '../../src/records/shape/clocks.ts';

const clock = (step: string, first: string, metAt: string | null): DeadlineClock => ({
  step,
  round: 0,
  startedAt: new Date('2026-10-05T00:00:00Z'),
  first: new Date(first),
  until: new Date(first),
  metAt: metAt === null ? null : new Date(metAt),
});

/** An incident reported at midnight UTC of 5 October, to be responded to within ten minutes and resolved within four hours. */
export function serviceRow({
  data = {},
  respondedAt = '2026-10-05T00:05:00Z',
  metAt = '2026-10-05T02:00:00Z',
  state = 'closed',
}: {
  readonly data?: Partial<ServiceRow['data']>;
  readonly respondedAt?: string | null;
  readonly metAt?: string | null;
  readonly state?: string;
} = {}): ServiceRow {
  return {
    state,
    open: state !== 'closed' && state !== 'cancelled',
    clocks:
      state === 'cancelled'
        ? []
        : [clock('reported', '2026-10-05T00:10:00Z', respondedAt), clock('handling', '2026-10-05T04:00:00Z', metAt)],
    data: {
      kind: 'incident',
      projectId: 'metro-3',
      customerId: 'metro',
      priority: 'p1',
      reportedAt: '2026-10-05T00:00:00Z',
      pauses: [],
      ...(metAt !== null && { resolvedAt: metAt }),
      ...data,
    },
  };
}
