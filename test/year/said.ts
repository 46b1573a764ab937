import type { MonthlySummaryContent } from '../../jobs/digest/monthly-content.ts';
import type { OverdueDigest } from '../../jobs/digest/weekly-content.ts';
import type { Organisation } from '../../src/org/organisation.ts';
import type { Month, Week } from './reckon.ts';

/** The id of what has a name; what has none yet is called so. */
function idOf(
  name: { readonly zh: string } | null,
  all: readonly { readonly id: string; readonly name: { zh: string } }[],
) {
  if (name === null) return 'none';
  const found = all.find((one) => one.name.zh === name.zh);
  if (!found) throw new Error(`nothing is called ${name.zh}`);
  return found.id;
}

/** A digest in the shape of the plain computing. */
export function weekSaid(content: OverdueDigest, org: Organisation): Week {
  const { total, before, fresh, settled, groups } = content;
  return {
    total,
    before,
    fresh,
    settled,
    groups: Object.fromEntries(
      groups.map((group) => [idOf(group.department, org.departments), { count: group.count, before: group.before }]),
    ),
    overBy: new Map(
      groups.flatMap(({ items }) =>
        items.map(({ number, duty, overBy }) => [`${number} ${duty ?? ''}`, overBy] as const),
      ),
    ),
  };
}

/** A summary in the shape of the plain computing. */
export function monthSaid(content: MonthlySummaryContent, org: Organisation): Month {
  const { figures, before, departments, causes, trend } = content;
  return {
    figures,
    before,
    departments: Object.fromEntries(
      departments.map(({ department, ...rest }) => [idOf(department, org.departments), rest]),
    ),
    causes: Object.fromEntries(causes.map(({ cause, count }) => [idOf(cause, org.settings.causeCategories), count])),
    trend,
  };
}
