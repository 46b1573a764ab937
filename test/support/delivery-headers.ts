import { signatureOf } from '../../src/intake/signature.ts';

/** What another tool delivers, and as whom. */
interface Delivery {
  readonly source: string;
  readonly secret: string;
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** The headers of a delivery to the intake, signed as another tool signs it. */
export function deliveryHeaders({ source, secret, id, at, body }: Delivery): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'content-type': 'application/json',
    'qmbot-source': source,
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(secret, { id, timestamp, body: Buffer.from(body) }),
  };
}
