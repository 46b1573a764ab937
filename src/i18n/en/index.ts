import type { zhCn } from '../zh-cn/index.ts';
import { common } from './common.ts';
import { record } from './record.ts';
import { slack } from './slack.ts';

/** The English catalogue: complete by its type. */
export const en: Record<keyof typeof zhCn, string> = { ...common, ...record, ...slack };
