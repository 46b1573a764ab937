import type { Common } from '../../records/shape/common.ts';

/** The common part, with the visibility chosen in a form. */
export const withVisibility = (common: Common, visibility: 'open' | 'restricted'): Common => ({
  ...common,
  restricted: visibility === 'restricted',
});
