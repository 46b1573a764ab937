import { z } from 'zod';
import { dayOf } from '../../calendar/day.ts';
import { formatPeriod } from '../../calendar/format.ts';
import { periodBefore, periodOf } from '../../calendar/period.ts';
import type { Ask } from '../../records/declaration/ask.ts';
import { choiceField, longTextField } from '../../records/declaration/fields.ts';
import { reasonForm } from '../../records/declaration/word-forms.ts';
import { freeText } from '../../records/shape/free-text.ts';
import { reportKinds, type SatisfactionReportData } from './satisfaction-report-data.ts';
import { satisfactionReportWords } from './words.ts';

type ReportAsk<Answers> = Ask<SatisfactionReportData, Answers>;

/** `quarter 2026-Q3`: a kind of period and its key. */
const periodAnswer = z
  .string()
  .max(20)
  .transform((said) => said.split(' '))
  .pipe(z.tuple([z.enum(reportKinds), z.string().regex(/^\d{4}(-Q[1-4])?$/)]));

export const newReport = z.object({ period: periodAnswer });
export type NewReport = z.output<typeof newReport>;

/** The quarters and years a report can cover: the last four and two, including those still running. */
export const newReportForm: ReportAsk<NewReport> = {
  schema: newReport,
  fields(_record, { locale, org, now }) {
    const today = dayOf(now, org.siteOfDepartment(org.departments.find((one) => one.kind === 'QED')?.id ?? '').zone);
    const periods = reportKinds.flatMap((kind) => {
      const own = [periodOf(kind, today)];
      for (let left = kind === 'quarter' ? 4 : 1; left > 0; left -= 1) {
        const [first] = own;
        if (first) own.unshift(periodBefore(kind, first));
      }
      return own.reverse().map((period) => ({
        value: `${kind} ${period.key}`,
        label: formatPeriod(kind, period, locale),
      }));
    });
    return [
      choiceField(locale, { name: 'period', label: satisfactionReportWords.field.period, required: true }, periods),
    ];
  },
};

const texts = z.object({
  conclusion: freeText(3000),
  problems: freeText(3000).optional(),
  measures: freeText(3000).optional(),
});

/** The QED manager's conclusions. */
export const writeForm: ReportAsk<z.output<typeof texts>> = {
  schema: texts,
  fields(record, { locale }) {
    const field = (name: 'conclusion' | 'problems' | 'measures', required = false) =>
      longTextField(
        locale,
        { name, label: satisfactionReportWords.field[name], required, max: 3000 },
        record?.data[name],
      );
    return [field('conclusion', true), field('problems'), field('measures')];
  },
};

/** The reason for returning it. */
export const returnForm = reasonForm(satisfactionReportWords.field.returned);
