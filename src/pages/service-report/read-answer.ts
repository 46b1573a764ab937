import { z } from 'zod';
import type { MessageKey } from '../../i18n/translate.ts';
import { type Score, scoreAnswer } from '../../quality/satisfaction/score.ts';
import { missingIn } from '../../quality/service-report/answering.ts';
import { isSigned, outcomes } from '../../quality/service-report/service-report-data.ts';
import { readSignature } from '../../quality/service-report/signature.ts';
import type { PageForm } from '../page-handler.ts';

/** A customer's answer, parsed. */
export interface Sent {
  readonly outcome: (typeof outcomes)[number];
  readonly score?: Score;
  readonly engineerScore?: Score;
  readonly comment?: string;
  readonly remark?: string;
  readonly signerName?: string;
  readonly signerPost?: string;
  readonly signature?: string;
}

/** Problems with a form, by field, as catalog keys. */
export type Problems = Readonly<Record<string, MessageKey>>;

const text = (max: number) => z.string().trim().max(max);
const lengths = { comment: 2000, remark: 1000, signer: 60, post: 60 } as const;

const need = (field: string): MessageKey => `serviceReport.page.need.${field}` as 'serviceReport.page.need.score';

/** Parses the form of a service report. Fields that do not apply to the chosen answer are ignored. */
export function readAnswer(form: PageForm): { readonly sent: Sent } | { readonly problems: Problems } {
  const outcome = outcomes.find((one) => one === form.outcome);
  if (!outcome) return { problems: { outcome: need('outcome') } };
  const signs = isSigned({ outcome });
  const wanted = signs ? (['comment', 'remark', 'signer', 'post'] as const) : (['remark', 'signer', 'post'] as const);
  const problems: Record<string, MessageKey> = {};
  const said: Record<string, string> = {};
  for (const field of wanted) {
    if (field === 'remark' && (outcome === 'signed' || outcome === 'absent')) continue;
    const read = text(lengths[field]).safeParse(form[field] ?? '');
    if (!read.success) problems[field] = need('tooLong');
    else if (read.data !== '') said[field] = read.data;
  }
  const score = signs ? scoreAnswer.safeParse(form.score).data : undefined;
  const engineerScore = signs ? scoreAnswer.safeParse(form.engineerScore).data : undefined;
  for (const field of Object.keys(missingIn({ outcome, score, engineerScore, ...said })))
    problems[field] ??= need(field);
  const drawn = signs && form.signature ? form.signature : undefined;
  if (drawn !== undefined && !readSignature(drawn)) problems.signature = need('badSignature');
  if (signs && drawn === undefined && form.typed !== 'yes') problems.signature = need('signature');
  if (Object.keys(problems).length > 0) return { problems };
  const { comment, remark, signer, post } = said;
  return {
    sent: {
      outcome,
      ...(score !== undefined && { score }),
      ...(engineerScore !== undefined && { engineerScore }),
      ...(comment !== undefined && { comment }),
      ...(remark !== undefined && { remark }),
      ...(signer !== undefined && { signerName: signer }),
      ...(post !== undefined && { signerPost: post }),
      ...(drawn !== undefined && { signature: drawn }),
    },
  };
}
