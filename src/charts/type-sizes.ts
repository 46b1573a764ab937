/** Font sizes in pixels: for names, and for values and other small text. */
export const LABEL_SIZE = 13;
export const SMALL_SIZE = 12;

/** The widest that the name of a category or a series may be, in pixels. */
export const WIDEST_LABEL = 200;
