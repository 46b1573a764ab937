import type { Rating } from '../satisfaction/rating.ts';
import type { CallBackAnswer } from './call-back-data.ts';

/** A customer's answer from a page or link, in the form a call would have given. */
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
