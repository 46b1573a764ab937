import type { satisfaction as source } from '../zh-cn/satisfaction.ts';

/** Words for satisfaction, the same everywhere. */
export const satisfaction: Record<keyof typeof source, string> = {
  'satisfaction.score.5': 'Very satisfied',
  'satisfaction.score.4': 'Satisfied',
  'satisfaction.score.3': 'Neither',
  'satisfaction.score.2': 'Dissatisfied',
  'satisfaction.score.1': 'Very dissatisfied',
};
