import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link opens: one kind of page about one record, for one contact or for anyone who holds it. */
export interface LinkGrant {
  /** Which page: the name of its handler. */
  readonly purpose: string;
  /** The record that it shows, and no other. */
  readonly number: string;
  /** Null if it was not made for a particular contact. */
  readonly contactId: string | null;
}

/** A stored customer link. */
export interface CustomerLink extends LinkGrant {
  readonly id: string;
  /** The member of staff who created it; null for the system. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
  /** How often its page was opened. */
  readonly uses: number;
}

/** Whether a link still opens its page. */
export type LinkState = 'open' | 'expired' | 'withdrawn';

/** The state of a link at an instant. */
export function stateOfLink({ withdrawnAt, expiresAt }: CustomerLink, now: Date): LinkState {
  if (withdrawnAt !== null) return 'withdrawn';
  return now < expiresAt ? 'open' : 'expired';
}

/** Size in bytes of a link's id and signature: 16 bytes cannot be guessed, and a short address makes a QR code that a poor camera can read. */
const ID_BYTES = 12;
const SIGNATURE_BYTES = 16;

/** Ids and signatures of links, under a secret that all processes sharing a database share. */
export interface LinkSigner {
  /** The id for a key: the same key always gives the same link, and without the secret it cannot be computed. */
  idOf(key: string): string;
  /** The last path segment of a link, for its id. */
  sign(id: string): string;
  /** The id in a token; null if it was not made here. Takes the same time for every wrong signature. */
  read(token: string): string | null;
}

/** Creates the signer for a secret. */
export function createLinkSigner(secret: Buffer): LinkSigner {
  const hash = (text: string, bytes: number) => createHmac('sha256', secret).update(text).digest().subarray(0, bytes);
  const signature = (id: string) => hash(`link ${id}`, SIGNATURE_BYTES);
  return {
    idOf: (key) => hash(`id ${key}`, ID_BYTES).toString('base64url'),
    sign: (id) => `${id}.${signature(id).toString('base64url')}`,
    read(token) {
      const [id = '', given = '', ...more] = token.split('.');
      const sent = Buffer.from(given, 'base64url');
      const right = signature(id);
      if (more.length > 0 || sent.length !== right.length || !timingSafeEqual(sent, right)) return null;
      return id;
    },
  };
}
