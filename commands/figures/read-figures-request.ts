import type { Day } from '../../src/calendar/day.ts';
import { monthOf } from '../../src/calendar/period.ts';
import { type NamedPeriod, readPeriod } from '../../src/calendar/read-period.ts';
import { findNamed } from '../../src/org/customers/naming.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import { customersLike } from '../customers/customer-list.ts';

/** The figures requested: of a period, for a project, a customer, or everything. */
export interface FiguresRequest extends NamedPeriod {
  readonly projectId?: string;
  readonly customerId?: string;
}

/** Parses a request, period and name in either order; without a period, this month. Null if part of it is not understood. */
export function readFiguresRequest(said: string, today: Day, org: Organisation): FiguresRequest | null {
  const all = said.split(/\s+/).filter((word) => word !== '');
  const whole = { kind: 'month', period: monthOf(today) } as const;
  // The longest match first: `last month` is one period, and a name may have several words.
  for (let length = Math.min(all.length, 3); length >= 0; length -= 1) {
    for (const [from, to] of [
      [0, length],
      [all.length - length, all.length],
    ] as const) {
      const period = length === 0 ? whole : readPeriod(all.slice(from, to).join(' '), today);
      if (!period) continue;
      const rest = [...all.slice(0, from), ...all.slice(to)].join(' ');
      const whose = rest === '' ? {} : whoseOf(rest, org);
      if (whose) return { ...period, ...whose };
    }
  }
  return null;
}

const nouns = { projectId: 'project', customerId: 'customer' } as const;

/** A project's name takes precedence over a customer's, unless the noun is given. */
function whoseOf(said: string, org: Organisation): Pick<FiguresRequest, 'projectId' | 'customerId'> | null {
  const [, noun = '', name = ''] = /^(project|customer|项目|客户)?\s*(.*)$/i.exec(said) ?? [];
  const keys = /^(?:customer|客户)$/i.test(noun) ? (['customerId'] as const) : (['projectId', 'customerId'] as const);
  for (const key of keys) {
    const like = customersLike(nouns[key], name, { org });
    const found = findNamed(name, like) ?? (like.length === 1 ? like[0] : undefined);
    if (found) return { [key]: found.id };
  }
  return null;
}
