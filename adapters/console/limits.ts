/** The console's own limits, in one table. It has no vendor; the figures leave room for everything the port allows. */
export const limits = {
  /** Most characters of a command; the port's own. */
  command: 40_000,
  /** Most characters of one answer. More than any field takes, so that the field's own error can say so. */
  answer: 40_000,
  /** Most values of one answer (choices that are ticked). */
  values: 500,
  /** Most bytes of a request: a form full of answers that are far too long still gets an answer at its fields. */
  bodyBytes: 2_000_000,
  /** Messages of a conversation shown at once; older ones are asked for. */
  page: 60,
  /** Messages sent to a browser in one go when it has been away. */
  batch: 200,
  /** How often a connected browser's messages are looked for, in ms: posts of another replica are seen this late at most. */
  pollMs: 1_000,
  /** How often a quiet stream says that it lives, in ms. */
  heartbeatMs: 15_000,
  /** Options of a required choice that are laid open; more become a list to open. */
  openOptions: 5,
} as const;
