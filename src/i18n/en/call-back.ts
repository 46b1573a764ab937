import type { callBack as source } from '../zh-cn/call-back.ts';

/** Call-backs about satisfaction. */
export const callBack: Record<keyof typeof source, string> = {
  'callBack.language.zh-CN': 'Chinese',
};
