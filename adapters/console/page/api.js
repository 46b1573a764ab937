import { hasText, text } from './texts.js';

const { as, lang, locale } = document.body.dataset;

/** The page's language. */
export const pageLocale = locale ?? 'zh-CN';

/** Whom this tab is, and the language it asked for, as every request says it. */
const viewer = { as: as ?? '', ...(lang ? { lang } : {}) };

/** A request that got no good answer. `reached` is false where nobody knows whether it was carried out. */
export class RequestError extends Error {
  /**
   * @param {string} message
   * @param {boolean} reached
   */
  constructor(message, reached) {
    super(message);
    this.reached = reached;
  }
}

/**
 * An address under /console/api with who is asking.
 * @param {string} path
 * @param {Record<string, string | number>} query
 */
export function address(path, query) {
  const search = new URLSearchParams(
    Object.entries({ ...viewer, ...query }).map(([key, value]) => [key, String(value)]),
  );
  return `/console/api/${path}?${search}`;
}

/**
 * Sends what the visitor did. `id` is the interaction's: the same id sent again is the same interaction.
 * @param {Record<string, unknown> & { id: string, kind: string, space: string }} interaction
 */
export function interact(interaction) {
  return ask('/console/api/interactions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...viewer, ...interaction }),
  });
}

/**
 * The end of a conversation, or what stands ahead of a position.
 * @param {string} space
 * @param {number} [before]
 */
export const readConversation = (space, before) =>
  ask(address('conversation', before === undefined ? { space } : { space, before }));

/**
 * @param {string} url
 * @param {RequestInit} [init]
 */
async function ask(url, init) {
  let response;
  let body;
  try {
    response = await fetch(url, init);
    body = await response.json();
  } catch {
    throw new RequestError(text('network'), false);
  }
  if (response.ok) return body;
  const name = hasText(body.error) ? body.error : 'internal';
  throw new RequestError(text(name, { reference: body.reference ?? response.status }), true);
}
