import { hasText, text } from './texts.js';

const { as, lang, locale } = document.body.dataset;

/** The page's language. */
export const pageLocale = locale ?? 'zh-CN';

/** The person this tab acts as and the language it asked for, sent with every request. */
const viewer = { as: as ?? '', ...(lang ? { lang } : {}) };

/** A request that failed. `reached` is false if it is unknown whether it was carried out. */
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
 * An address under /console/api, with the person who is asking.
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
 * Sends what the visitor did. `id` is the interaction's: sending the same id again is the same interaction.
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
 * The end of a conversation, or the part before a position.
 * @param {string} space
 * @param {number} [before]
 */
export const readConversation = (space, before) =>
  ask(address('conversation', before === undefined ? { space } : { space, before }));

/** Completions for what is being typed. @param {string} typed */
export const readCompletions = (typed) => ask(address('completions', { text: typed }));

/**
 * Uploads a file. `fetch` reports no upload progress, so this uses XMLHttpRequest; the promise rejects as `interact` does, with the
 * name of the refusal.
 * @param {File} file
 * @param {(share: number) => void} onProgress
 */
export function upload(file, onProgress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response);
      else reject(refusal(request.response ?? {}, request.status));
    });
    for (const end of ['error', 'abort']) {
      request.addEventListener(end, () => reject(new RequestError(text('fileBroken'), false)));
    }
  });
  request.responseType = 'json';
  request.open('POST', address('uploads', { name: file.name.slice(-255) || 'file' }));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { done, abort: () => request.abort() };
}

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
  throw refusal(body, response.status);
}

/** The server's reason for refusing, in the page's words. */
function refusal({ error: said, reference }, status) {
  const name = hasText(said) ? said : 'internal';
  const error = new RequestError(text(name, { reference: reference ?? status }), true);
  error.name = name;
  return error;
}
