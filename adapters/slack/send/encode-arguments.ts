/**
 * A call's arguments as a form: objects and lists as JSON, what is not given left out. Null for what only Slack's own client can send:
 * files, calls under another token, and methods that are several calls.
 * https://docs.slack.dev/apis/web-api/#basics (2026-12-01)
 * @throws URIError for a lone surrogate, which no UTF-8 can carry
 */
export function encodeArguments(method: string, options: Readonly<Record<string, unknown>>): string | null {
  if (method === 'files.uploadV2' || /^https?:/.test(method) || options.token !== undefined) return null;
  let form = '';
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null) continue;
    if (Buffer.isBuffer(value)) return null;
    form += `${form && '&'}${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`;
  }
  return form;
}

function textOf(value: NonNullable<unknown>): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return JSON.stringify(value);
  }
}
