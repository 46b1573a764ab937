import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link opens: one kind of page about one record, for one contact or whoever holds it. */
export interface LinkGrant {
  /** Which page: the name of its handler. */
  readonly purpose: string;
  /** The record that it shows, and no other. */
  readonly number: string;
  /** Null where nobody in particular is meant. */
  readonly contactId: string | null;
}

/** A customer's link, as it is kept. */
export interface CustomerLink extends LinkGrant {
  readonly id: string;
  /** The person of ours who had it made; null for the system. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly withdrawnAt: Date | null;
  /** How often its page was opened. */
  readonly uses: number;
}

/** Whether a link opens its page still. */
export type LinkState = 'open' | 'expired' | 'withdrawn';

/** How a link stands at an instant. */
export function stateOfLink({ withdrawnAt, expiresAt }: CustomerLink, now: Date): LinkState {
  if (withdrawnAt !== null) return 'withdrawn';
  return now < expiresAt ? 'open' : 'expired';
}

/** Bytes of a link's id and of its signature: nobody guesses 16 bytes, and a short address makes a QR code that a poor camera reads. */
const ID_BYTES = 12;
const SIGNATURE_BYTES = 16;

/** Links' ids and signatures, under a secret that all processes over one database share. */
export interface LinkSigner {
  /** The id that belongs to a key: the same key always gives the same link, and nobody without the secret tells it. */
  idOf(key: string): string;
  /** The last part of a link's path, for its id. */
  sign(id: string): string;
  /** The id that a token holds; null when it was not made here. Takes the same time for every wrong signature. */
  read(token: string): string | null;
}

/** The signer for a secret. */
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
