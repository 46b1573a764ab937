import { approval } from './approval.ts';
import { exports } from './exports.ts';
import { pages } from './pages.ts';
import type { Path } from './path.ts';

/** Everything that can be measured, in the order of the report. */
export const paths: readonly Path[] = [approval, exports, pages];
