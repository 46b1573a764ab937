import type { file as source } from '../zh-cn/file.ts';

/** Files as evidence. */
export const file: Record<keyof typeof source, string> = {
  'file.unnamed': 'unnamed file',
};
