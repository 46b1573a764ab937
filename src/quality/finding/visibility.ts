import type { Common } from '../../records/shape/common.ts';

/** The part that every record has, with who may see it as somebody chose in a form. */
export const withVisibility = (common: Common, visibility: 'open' | 'restricted'): Common => ({
  ...common,
  restricted: visibility === 'restricted',
});
