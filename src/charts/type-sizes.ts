/** Sizes of letters in pixels: of names, and of figures and whatever else stands in small. */
export const LABEL_SIZE = 13;
export const SMALL_SIZE = 12;

/** The widest that a category's or a series' name may be, in pixels. */
export const WIDEST_LABEL = 200;
