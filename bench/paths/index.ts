import { approval } from './approval.ts';
import { exports } from './exports.ts';
import { feishuForm } from './feishu-form.ts';
import { pages } from './pages.ts';
import type { Path } from './path.ts';
import { slackForm } from './slack-form.ts';

/** Everything that can be measured, in the order of the report. */
export const paths: readonly Path[] = [slackForm, feishuForm, approval, exports, pages];
