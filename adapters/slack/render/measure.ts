/** The most characters of one text and the most lines of one list. */
export interface Measure {
  readonly text: number;
  readonly lines: number;
}
