import { z } from 'zod';
import { placeSchema } from '../../chat/interaction.ts';
import { locales } from '../../i18n/locale.ts';
import { localizedSchema } from '../say.ts';
import type { Plain } from './change.ts';

/** The route of effects that reach no chat platform: records raised, parents signaled. */
export const CORE = 'core';

/** The route of messages to customers' contacts, by any channel that reaches them. */
export const LETTERS = 'letters';

const plain: z.ZodType<Plain> = z.json();

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), channel: z.string() }),
  z.object({ kind: z.literal('user'), userId: z.string() }),
]);

const key = z.string();

/** A side effect of a decision. The outbox carries it out, once, under its key. */
export const effectIntentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('post'),
    key,
    /** `platform:workspace`. */
    route: z.string(),
    target: targetSchema,
    /**
     * `channel`: the record's card for everyone there. `act`: the card to a person who must act. `tell`: news with a button to open the record.
     * `notice`: a card drawn only from `content`. `reply`: the answer, in `content`, to an event nobody is waiting on. `file`: a file made from
     * `content` on sending.
     */
    purpose: z.enum(['channel', 'act', 'tell', 'notice', 'reply', 'file']),
    locale: z.enum(locales),
    /** The addressee of a direct message. */
    personId: z.string().optional(),
    /** The message above the card: a catalogue key and its values. */
    lead: localizedSchema.optional(),
    /** The state and round that triggered it; an `act` whose record has moved on is dropped. */
    during: z.object({ state: z.string(), round: z.number() }).optional(),
    /** The content of a `notice` or `reply`. */
    content: plain.optional(),
    /** The message it replaces: a card too old to be refreshed. */
    renews: z.string().optional(),
    /** Not sent before this: the end of the receiver's quiet hours. */
    notBefore: z.date().optional(),
  }),
  /** A file of the record's evidence, to fetch from its platform. */
  z.object({ kind: z.literal('fetch'), key, route: z.string(), evidence: z.string() }),
  /** A record to create: under a given number, or the next of its year; and the move that reports its number back. */
  z.object({
    kind: z.literal('raise'),
    key,
    route: z.literal(CORE),
    type: z.string(),
    number: z.string().optional(),
    origin: z.string().optional(),
    input: plain,
    tells: z.string().optional(),
  }),
  /** A system move to make on another record. */
  z.object({
    kind: z.literal('signal'),
    key,
    route: z.literal(CORE),
    number: z.string().optional(),
    origin: z.string().optional(),
    move: z.string(),
    input: plain,
  }),
  /** A message to a customer's contact, by mail or text message. Neither the address nor the text is stored here. */
  z.object({ kind: z.literal('letter'), key, route: z.literal(LETTERS), contactId: z.string(), letter: z.string() }),
]);
export type EffectIntent = z.infer<typeof effectIntentSchema>;

/** The progress of an effect. Kept next to it in the document; changes neither version nor history. */
export const effectProgressSchema = z.object({
  status: z.enum(['waiting', 'unknown', 'dead']),
  attempts: z.number(),
  notBefore: z.date(),
  /** Which process is working on it, and until when the lease holds. */
  lease: z.object({ by: z.string(), until: z.date() }).nullable(),
  /** When a send with an unknown outcome was first started. */
  begun: z.date().nullable(),
  reason: z.string().nullable(),
});

export const effectSchema = z.intersection(effectIntentSchema, effectProgressSchema);
export type Effect = z.infer<typeof effectSchema>;

/** A child record to raise. */
export type RaiseEffect = Extract<Effect, { kind: 'raise' }>;

/** An effect that has not been started. */
export function waiting(intent: EffectIntent, now: Date): Effect {
  const notBefore = (intent.kind === 'post' && intent.notBefore) || now;
  return { ...intent, status: 'waiting', attempts: 0, notBefore, lease: null, begun: null, reason: null };
}

/** A posted card: its place, its addressee, and the version of the record it shows. */
export const standingCardSchema = placeSchema.extend({
  /** The effect that posted it. */
  key: z.string(),
  purpose: z.enum(['channel', 'act']),
  locale: z.enum(locales),
  personId: z.string().nullable(),
  shownVersion: z.number(),
  postedAt: z.date(),
});
export type StandingCard = z.infer<typeof standingCardSchema>;
