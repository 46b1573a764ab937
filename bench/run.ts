/** Measures the product, each version and its bare references taking turns on one machine: see `usage` in `arguments.ts`. */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { readArguments, usage } from './arguments.ts';
import { checkoutIn, prepare } from './ground/checkout.ts';
import { paths } from './paths/index.ts';
import { versionsOf } from './paths/path.ts';
import { soak } from './paths/soak.ts';
import type { Row } from './report/row.ts';
import { tableOf } from './report/table.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

const asked = readArguments(
  process.argv.slice(2),
  paths.map(({ name }) => name),
);
if (asked.help) {
  process.stdout.write(`${usage}\n\n${paths.map(({ name, about }) => `  ${name.padEnd(18)}${about}`).join('\n')}\n`);
  process.exit(0);
}
const settings = { ...asked, against: asked.against === null ? null : checkoutIn(asked.against) };
for (const version of versionsOf(settings)) await prepare(version);

const wanted = asked.only ?? paths.filter(({ inQuick }) => !asked.quick || inQuick).map(({ name }) => name);
const rows: Row[] = [];
if (asked.soak !== null) {
  rows.push(...(await soak(asked.soak, say)));
} else {
  for (const { name, measure } of paths) {
    if (!wanted.includes(name)) continue;
    say(`measuring ${name}`);
    try {
      const measured = await measure(settings);
      rows.push(...measured);
      say(`${tableOf(measured, asked.quick)}\n`);
    } catch (error) {
      // The other paths are still measured.
      say(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
      process.exitCode = 1;
    }
  }
}
const machine = `Node ${process.version}, ${cpus().length} cores, load ${loadavg()
  .map((load) => load.toFixed(1))
  .join(' ')}`;
process.stdout.write(`${machine}\n\n${tableOf(rows, asked.quick)}\n`);
if (asked.json) await writeFile(asked.json, JSON.stringify({ machine, rounds: asked.rounds, rows }, null, 2));
if (asked.quick && rows.some(({ met }) => met === false)) {
  say('a floor was missed');
  process.exitCode = 1;
}
