import { common } from './common.ts';
import { record } from './record.ts';
import { slack } from './slack.ts';

/** The Chinese catalogue: the source of all keys. */
export const zhCn = { ...common, ...record, ...slack } as const;
