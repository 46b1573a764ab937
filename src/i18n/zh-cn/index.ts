import { common } from './common.ts';

/** The Chinese catalogue: the source of all keys. */
export const zhCn = { ...common } as const;
