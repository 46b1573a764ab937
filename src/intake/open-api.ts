import { z } from 'zod';
import { MOST_ITEMS } from './receive-delivery.ts';

/** What the description covers in addition to the item. */
export interface Described {
  readonly version: string;
  /** The schema of one item, with descriptions of its fields. */
  readonly item: z.ZodType;
  /** The path of the intake. */
  readonly path: string;
}

const problemSchema = z.object({
  type: z.string().describe('urn:qmbot:intake: and a code'),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});

const takenSchema = z.object({
  index: z.int(),
  result: z.enum(['created', 'updated', 'unchanged', 'refused']),
  number: z.string().optional().describe('the number under which people know it'),
  problems: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
});

const batchSchema = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  results: z.array(takenSchema),
});

const refusals = {
  400: 'A header is missing, or the body is not JSON.',
  401: 'The signature or the time stamp is not right.',
  409: 'The same delivery is being worked on; repeat it later for its answer.',
  413: 'The body is too large; send fewer items at a time.',
  415: 'The body is not application/json.',
  503: 'Not now; repeat the delivery with the same id.',
} as const;

/** The intake as OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1.html. */
export function describeIntake({ version, item, path }: Described): object {
  const schemaOf = (schema: z.ZodType) => {
    const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return rest;
  };
  const json = (schema: object) => ({ 'application/json': { schema } });
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  const refused = Object.entries(refusals).map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: ref('Problem') } } },
  ]);
  return {
    openapi: '3.1.1',
    info: { title: 'qmbot intake', version, description: ABOUT },
    paths: {
      [path]: {
        post: {
          operationId: 'takeIn',
          summary: 'Creates or updates one item, or a batch of them',
          parameters: [
            header('qmbot-source', 'The name under which the source has its keys.'),
            header(
              'webhook-id',
              'The delivery’s own id; repeated with the same body it gets the same answer, for a week.',
            ),
            header('webhook-timestamp', 'Seconds since 1970; at most five minutes from our clock.'),
            header(
              'webhook-signature',
              '`v1,` and the signature in base64; several, separated by spaces, while keys change.',
            ),
          ],
          requestBody: {
            required: true,
            content: json({
              oneOf: [
                ref('Item'),
                {
                  type: 'object',
                  required: ['items'],
                  properties: { items: { type: 'array', minItems: 1, maxItems: MOST_ITEMS, items: ref('Item') } },
                },
              ],
            }),
          },
          responses: {
            200: {
              description: 'One item that was there already, or a batch: what became of each.',
              content: json({ oneOf: [ref('Taken'), ref('Batch')] }),
            },
            201: { description: 'One item, created.', content: json(ref('Taken')) },
            422: {
              description: 'One item that cannot be taken in, or an id that was used for another body.',
              content: { ...json(ref('Taken')), 'application/problem+json': { schema: ref('Problem') } },
            },
            ...Object.fromEntries(refused),
          },
        },
      },
    },
    components: {
      schemas: {
        Item: schemaOf(item),
        Taken: schemaOf(takenSchema),
        Batch: schemaOf(batchSchema),
        Problem: schemaOf(problemSchema),
      },
    },
  };
}

const ABOUT = `Deliveries are signed as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com): HMAC-SHA256 with the source's key
(\`whsec_\` and base64) over \`ID.TIMESTAMP.BODY\`, the body as it is sent. An item is found again by \`source\` and \`externalId\`; each fact
counts by the time stamp of the item that told it, so that items may arrive in any order and more than once.`;
