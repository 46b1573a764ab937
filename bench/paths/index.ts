import { approval, approvalWithCards } from './approval.ts';
import { cardCalls } from './card-calls.ts';
import { database } from './database.ts';
import { exports } from './exports.ts';
import { feishuForm } from './feishu-form.ts';
import { figures } from './figures.ts';
import { growth } from './growth.ts';
import { intake } from './intake.ts';
import { pages } from './pages.ts';
import type { Path } from './path.ts';
import { slackForm } from './slack-form.ts';
import { start } from './start.ts';
import { sweeps } from './sweeps.ts';

/** Everything that can be measured, in the order of the report. */
export const paths: readonly Path[] = [
  slackForm,
  feishuForm,
  approval,
  approvalWithCards,
  cardCalls,
  intake,
  sweeps,
  figures,
  start,
  growth,
  database,
  exports,
  pages,
];
