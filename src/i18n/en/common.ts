import type { common as source } from '../zh-cn/common.ts';

/** Words that belong to no feature. */
export const common: Record<keyof typeof source, string> = {
  'common.submit': 'Submit',
  'common.cancel': 'Cancel',
  'common.open': 'Open',
  'common.listSeparator': ', ',
  'common.andMore': '{listed} and {count} more',
  'error.internal':
    'Something went wrong and nothing was done. Please try again later; if it persists, give your administrator this number: {reference}.',
  'error.busy':
    'There is no answer at the moment, and this may not have been saved. Please look at the record in a while, and do it again if it is not there.',
};
