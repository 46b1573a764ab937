/**
 * Slack's limits. Lengths are UTF-16 code units, the strictest reading of "characters".
 * All pages were looked up on 2026-11-23.
 */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksPerMessage: 50,
  /** https://docs.slack.dev/reference/views/modal-views */
  blocksPerView: 100,
  /**
   * All blocks of a message together, as JSON. Undocumented: `msg_blocks_too_long` was seen at 13 172 and at 11 341
   * characters of text; ours stays below both. https://github.com/slackapi/bolt-js/issues/2509 and /2867
   */
  blocksJson: 10_000,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  text: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** A message's `text` before escaping; Slack recommends 4 000 at most. https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
  notification: 500,
  /** Slack collapses buttons after the fifth. https://docs.slack.dev/reference/block-kit/blocks/actions-block allows 25. */
  buttonsPerRow: 5,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2000,
  /** https://docs.slack.dev/reference/block-kit/block-elements#common */
  actionId: 255,
  placeholder: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabel: 2000,
  inputHint: 2000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  inputText: 3000,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object; the value's 150 is the limit Slack enforces. */
  optionText: 75,
  optionValue: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
  optionsPerGroup: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  /** https://docs.slack.dev/reference/block-kit/block-elements/file-input-element (2026-11-24): 10 files, each of 10 MB. */
  filesPerInput: 10,
  fileInputMegabytes: 10,
  /** Characters kept of the name of a file that a form was given before. */
  rememberedName: 60,
  /** More options than this are easier to choose from in a menu than as radio buttons; Slack's own limit is 10. */
  radioOptions: 4,
  /** https://docs.slack.dev/reference/views/modal-views */
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  callbackId: 255,
  /** https://docs.slack.dev/reference/block-kit/blocks/image-block: alternative text and title. */
  altText: 2000,
  /**
   * https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block (2026-11-24). Series and segments: an earlier
   * version of the page said 6, the current one says 12; six are also as many as can be told apart.
   */
  chartsPerMessage: 2,
  chartTitle: 50,
  chartLabel: 20,
  chartSeries: 6,
  chartCategories: 20,
  /** Ours: a chart described in words must leave room for the rest of the message. */
  inWords: { categories: 12, label: 60 },
  /** https://docs.slack.dev/reference/block-kit/block-elements/rich-text-link-element allows what a button's url may be. */
  url: 3000,
} as const;

/** Time limits in milliseconds. */
export const deadlines = {
  /** Slack waits 3 s for a response; this much is ours. https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
  answer: 2_500,
  /** A call the user is waiting for: a trigger expires after 3 s. */
  interactiveCall: 2_000,
  /** A call of the outbox, which no user waits for. */
  backgroundCall: 5_000,
  /** Drawing and uploading a message's pictures: with the calls around it, well within an effect's lease of half a minute. */
  pictures: 12_000,
};
export type Deadlines = typeof deadlines;

/** How far a request's timestamp may be off, either way. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** The largest request accepted: a view of 250 kB, form-encoded, with room. https://docs.slack.dev/reference/methods/views.open#errors */
export const BODY_LIMIT_BYTES = 1024 * 1024;
