/**
 * Feishu's limits, in one table. Pages are named below https://open.feishu.cn/document (looked up 2026-11-23).
 * `server` stands for uAjLw4CM/ukTMukTMukTM/reference, `cards` for uAjLw4CM/ukzMukzMukzM/feishu-cards.
 */
export const limits = {
  /**
   * Bytes of a card in transit: 30 KB of request body, in which the card is a string inside JSON.
   * Leaves room for the rest of the body. (server/im-v1/message/create, `content`)
   */
  cardBytes: 30_000,
  /** Components and text elements per card. (cards/card-json-v2-structure, "Restrictions") */
  cardElements: 200,
  /**
   * Charts per card, and how much each can hold and stay readable: the page advises at most five and names no other limits.
   * (cards/card-json-v2-components/content-components/chart)
   */
  chartsPerCard: 5,
  chart: { categories: 20, segments: 6, series: 6, label: 20 },
  /** Characters of an `element_id`: a letter, then letters, digits, underscores. (cards/card-json-v2-structure) */
  elementId: 20,
  /** Characters per input. (cards/card-json-v2-components/interactive-components/input, `max_length`) */
  inputCharacters: 1000,
  /** Characters of a placeholder. (cards/card-json-v2-components/interactive-components/input) */
  placeholderCharacters: 100,
  /** Characters on a button. (cards/card-json-v2-components/interactive-components/button) */
  buttonCharacters: 100,
  /** Characters of an option. Ours: a list is for choosing, not for reading. */
  optionCharacters: 100,
  /** Bytes of a file to send. (server/im-v1/file/create) */
  fileBytes: 30 * 1024 * 1024,
  /** Characters of `uuid`. (server/im-v1/message/create) */
  uuidCharacters: 50,
  /** A `uuid` keeps a message from being sent twice for one hour; we rely on less. (server/im-v1/message/create) */
  uuidTrustedForMs: 50 * 60_000,
  /** A message can be patched, and its buttons pressed, for 14 days; we stop a day earlier. (server/im-v1/message/patch) */
  refreshableForMs: 13 * 24 * 3_600_000,
  /** How far an event's timestamp may be from our clock, in either direction. Ours, not Feishu's. */
  eventWindowMs: 300_000,
  /** Bytes of an event we read: text messages go up to 150 KB, and base64 adds a third. (server/im-v1/message/create) */
  eventBytes: 512 * 1024,
  /** Timeout of one call to Feishu. Ours. */
  callMs: 5_000,
  /** Messages in one page of a chat's history. (server/im-v1/message/list) */
  historyPage: 50,
  /** Pages read before a look-up gives up. Ours. */
  historyPages: 20,
  /** Characters of the line shown in the list of conversations and in a notification. Ours: more is not shown there. */
  summaryCharacters: 300,
  /** Characters of a picture's alternative text. Ours: it is one sentence. */
  altCharacters: 300,
  /** Characters of a toast. Ours: longer ones cannot be read before they vanish. */
  toastCharacters: 300,
} as const;

/** Time limits in milliseconds, within the 3 s that Feishu waits. (cards/card-callback-communication) */
export interface Deadlines {
  /** The router's work. */
  readonly work: number;
  /** Sending to the presser besides the response. */
  readonly answer: number;
  /** The last moment to send the HTTP response: later than `answer`, or the two would race. */
  readonly push: number;
}

export const deadlines: Deadlines = { work: 2_500, answer: 2_650, push: 2_850 };
