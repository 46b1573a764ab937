import type { Rating } from '../satisfaction/rating.ts';
import type { CallBackAnswer } from './call-back-data.ts';

/** What a customer said on a page or through a link, as the answer that a call would have brought. */
export function answerOf({ at, via, score, engineer, comment }: Rating): CallBackAnswer {
  return {
    at,
    by: null,
    via,
    score,
    complaint: false,
    ...(engineer !== undefined && { engineer }),
    ...(comment !== undefined && { comment }),
  };
}
