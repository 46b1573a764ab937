import type { KeptAnswer } from './delivery-repository.ts';

/** What a delivery as a whole is refused for, with the status of HTTP that says so. */
const problems = {
  'missing-header': { status: 400, title: 'A header is missing or malformed.' },
  'not-json': { status: 400, title: 'The body is not JSON in UTF-8.' },
  'not-items': { status: 422, title: 'The body is neither an item nor {"items": [...]} with 1 to 1000 items.' },
  'wrong-signature': {
    status: 401,
    title: 'The source is not known, or the signature was made with none of its keys.',
  },
  'old-timestamp': { status: 401, title: 'The time stamp is more than five minutes from our clock.' },
  busy: { status: 409, title: 'This delivery is being worked on. Repeat it in a minute for its answer.' },
  'reused-id': { status: 422, title: 'The id was used for another body. Give each delivery an id of its own.' },
} as const;

/** Why a delivery is refused. */
export type ProblemCode = keyof typeof problems;

/** A refusal as `application/problem+json`: https://www.rfc-editor.org/rfc/rfc9457. `detail` holds facts, never what was sent. */
export function problem(code: ProblemCode, detail?: string): KeptAnswer {
  const { status, title } = problems[code];
  return { status, body: { type: `urn:qmbot:intake:${code}`, title, status, ...(detail && { detail }) } };
}
