/** The console's own limits, in one table. It has no vendor; the figures leave room for everything the port allows. */
export const limits = {
  /** Most characters of a command; the port's own. */
  command: 40_000,
  /** Most characters of one answer. More than any field takes, so that the field's own error is the one shown. */
  answer: 40_000,
  /** Most values of one answer (checked options). */
  values: 500,
  /** Most bytes of a request: even a form full of overlong answers gets its errors at the fields. */
  bodyBytes: 2_000_000,
  /** Messages of a conversation shown at once; older ones are fetched on request. */
  page: 60,
  /** Messages sent in one go to a browser that reconnects. */
  batch: 200,
  /** How often to poll for a connected browser's messages, in ms: posts by another replica appear at most this late. */
  pollMs: 1_000,
  /** How often an idle stream sends a keep-alive, in ms. */
  heartbeatMs: 15_000,
  /** Most options of a required choice that are shown as radio buttons; with more, it is a select. */
  openOptions: 5,
} as const;
