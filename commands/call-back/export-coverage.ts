import { z } from 'zod';
import { type Day, dayOf, isDay } from '../../src/calendar/day.ts';
import type { OutFile } from '../../src/chat/out-file.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { translate } from '../../src/i18n/translate.ts';
import { type CoverageLine, coverageCounts, shareOf } from '../../src/quality/call-back/coverage.ts';
import { personName } from '../../src/records/say.ts';
import type { Context } from '../context.ts';
import type { Cell } from '../export/cell.ts';
import { type TableFormat, tableFile, tableFormats } from '../export/table-file.ts';
import { refuse, toast } from '../replies.ts';
import { firstDayOf, readCoverage } from './read-coverage.ts';

/** Coverage to export: stored with the effect, so that it is computed when it is sent. */
export const coverageContent = z.object({
  file: z.literal('coverage'),
  from: z.string().refine(isDay),
  as: z.enum(tableFormats),
});

/** Sends the coverage since a day to the user, as a file in a direct message. */
export async function exportCoverage(from: Day, as: TableFormat, context: Context): Promise<Reply> {
  const content: z.output<typeof coverageContent> = { file: 'coverage', from, as };
  await context.sendFile({ period: context.origin, personId: context.person.id, content }, context.org);
  return toast(context, 'good', { key: 'export.coming' });
}

/** The value of the buttons under the coverage. */
export const exportValue = coverageContent.omit({ file: true });

const formatWords = new Map<string, TableFormat>([
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
  ['excel', 'xlsx'],
]);

/** `/callback coverage export csv since 11-01`: the format and the day, both optional. */
export function sayExport(said: string, context: Context): Promise<Reply> | Reply {
  const [as = '', ...more] = said.split(/\s+/);
  const format = formatWords.get(as.toLowerCase());
  const from = firstDayOf((format ? more.join(' ') : said).trim(), context);
  if (from === undefined) return refuse(context, { key: 'calls.coverage.badDay' });
  return exportCoverage(from, format ?? 'xlsx', context);
}

/** Creates the file: a line for each day and agent, days in the time zone of the user's site, which the heading names. */
export async function makeCoverage(
  content: z.output<typeof coverageContent>,
  key: string,
  reader: Pick<Context, 'person' | 'org' | 'now' | 'locale' | 'facts'>,
): Promise<OutFile> {
  const { org, person, now, locale } = reader;
  const { zone } = org.siteOfPerson(person.id);
  const lines = await readCoverage(content.from, reader);
  const agentOf = ({ agent }: CoverageLine) =>
    agent === null ? translate(locale, 'calls.coverage.nobody') : personName(agent, reader);
  const rowOf = (line: CoverageLine): Cell[] => {
    const share = shareOf(line.reachedInTime, line);
    return [
      { kind: 'day', day: line.day },
      { kind: 'text', text: agentOf(line) },
      ...coverageCounts.map((name): Cell => ({ kind: 'number', number: line[name] })),
      share === null ? { kind: 'empty' } : { kind: 'number', number: share },
    ];
  };
  async function* rows() {
    for (const line of lines) yield rowOf(line);
  }
  const heading = translate(locale, 'calls.coverage.column.day');
  const table = {
    name: translate(locale, 'calls.coverage.file'),
    header: [
      translate(locale, 'export.timed', { heading, zone }),
      ...(['agent', ...coverageCounts, 'share'] as const).map((name) =>
        translate(locale, `calls.coverage.column.${name}`),
      ),
    ],
    rows: rows(),
  };
  return tableFile(table, content.as, dayOf(now, zone), key);
}
