import { action } from './action.ts';
import { calendar } from './calendar.ts';
import { common } from './common.ts';
import { consoleTexts } from './console.ts';
import { feishu } from './feishu.ts';
import { finding } from './finding.ts';
import { record } from './record.ts';
import { slack } from './slack.ts';

/** The Chinese catalogue: the source of all keys. */
export const zhCn = {
  ...common,
  ...calendar,
  ...consoleTexts,
  ...record,
  ...finding,
  ...action,
  ...slack,
  ...feishu,
} as const;
