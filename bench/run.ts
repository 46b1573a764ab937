/**
 * Measures the product beside its bare parts, all in one run on one machine: `npm run bench [slack|feishu|lists|exports|intake|pages|size ...]`.
 * What matters are the ratios; machines are noisy. With MONGODB_URI the lists are also measured over 100 000 findings; INCIDENTS=20000 has so
 * many items of a year taken in.
 */
import { cpus } from 'node:os';
import { measureExports } from './exports.ts';
import { measureFeishu } from './feishu.ts';
import { measureIntake } from './intake.ts';
import { measureLists } from './lists.ts';
import { type Row, tableOf } from './measure.ts';
import { measurePages } from './pages.ts';
import { measureSize } from './size.ts';
import { measureSlack } from './slack.ts';

const sections: Readonly<Record<string, () => Promise<Row[]>>> = {
  slack: measureSlack,
  feishu: measureFeishu,
  lists: () => measureLists([1_000, 10_000, ...(process.env.MONGODB_URI ? [100_000] : [])]),
  exports: () => measureExports(10_000),
  intake: () => measureIntake(Number(process.env.INCIDENTS ?? 5_000)),
  pages: measurePages,
  size: () => measureSize([10_000, 50_000]),
};

const wanted = process.argv.slice(2).filter((name) => Object.hasOwn(sections, name));
const rows: Row[] = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(sections)) {
  process.stderr.write(`measuring ${name}\n`);
  rows.push(...((await sections[name]?.()) ?? []));
}
process.stdout.write(`Node ${process.version}, ${cpus().length} cores\n\n${tableOf(rows)}\n`);
