import { z } from 'zod';
import { placeSchema } from '../../chat/interaction.ts';
import { locales } from '../../i18n/locale.ts';
import { localizedSchema } from '../say.ts';
import type { Plain } from './change.ts';

/** The route of effects that reach no chat platform: records raised, parents signalled. */
export const CORE = 'core';

/** The route of what goes to customers' contacts, by whatever way reaches them. */
export const LETTERS = 'letters';

const plain: z.ZodType<Plain> = z.json();

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('channel'), channel: z.string() }),
  z.object({ kind: z.literal('user'), userId: z.string() }),
]);

const key = z.string();

/** Something that a decision asks to happen. The outbox carries it out, once, under its key. */
export const effectIntentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('post'),
    key,
    /** `platform:workspace`. */
    route: z.string(),
    target: targetSchema,
    /**
     * `channel`: the record's card for everybody there. `act`: the card to somebody who must act. `tell`: news with a button
     * to open the record. `notice`: a card that is drawn from `content` alone. `reply`: the answer, in `content`, to an event
     * that nobody waited for. `file`: a file that is made from `content` when it is sent.
     */
    purpose: z.enum(['channel', 'act', 'tell', 'notice', 'reply', 'file']),
    locale: z.enum(locales),
    /** Whom a direct message is for. */
    personId: z.string().optional(),
    /** The message above the card: a catalogue key and its values. */
    lead: localizedSchema.optional(),
    /** The state and round that called for it; an `act` whose record has moved on is dropped. */
    during: z.object({ state: z.string(), round: z.number() }).optional(),
    /** What a `notice` shows, or a `reply` says. */
    content: plain.optional(),
    /** The message whose place it takes: a card that grows too old to be refreshed. */
    renews: z.string().optional(),
    /** Not to be sent any earlier: the receiver's quiet hours end then. */
    notBefore: z.date().optional(),
  }),
  /** A file of the record's evidence, to be fetched from where its platform keeps it. */
  z.object({ kind: z.literal('fetch'), key, route: z.string(), evidence: z.string() }),
  /** A record to be created: under a number that is given, or the next of its year; and the move that tells its number to whoever raised it. */
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
  /** A move to be made on another record, by the system. */
  z.object({
    kind: z.literal('signal'),
    key,
    route: z.literal(CORE),
    number: z.string().optional(),
    origin: z.string().optional(),
    move: z.string(),
    input: plain,
  }),
  /** A message to somebody at a customer's, by mail or by text message. Neither their address nor its words stand here. */
  z.object({ kind: z.literal('letter'), key, route: z.literal(LETTERS), contactId: z.string(), letter: z.string() }),
]);
export type EffectIntent = z.infer<typeof effectIntentSchema>;

/** How far an effect has come. Kept beside it in the document; touches neither version nor history. */
export const effectProgressSchema = z.object({
  status: z.enum(['waiting', 'unknown', 'dead']),
  attempts: z.number(),
  notBefore: z.date(),
  /** Who is at it, and until when that is believed. */
  lease: z.object({ by: z.string(), until: z.date() }).nullable(),
  /** When a send was first begun whose outcome is not known yet. */
  begun: z.date().nullable(),
  reason: z.string().nullable(),
});

export const effectSchema = z.intersection(effectIntentSchema, effectProgressSchema);
export type Effect = z.infer<typeof effectSchema>;

/** A child record to be raised. */
export type RaiseEffect = Extract<Effect, { kind: 'raise' }>;

/** An effect that nobody has begun. */
export function waiting(intent: EffectIntent, now: Date): Effect {
  const notBefore = (intent.kind === 'post' && intent.notBefore) || now;
  return { ...intent, status: 'waiting', attempts: 0, notBefore, lease: null, begun: null, reason: null };
}

/** Where a record's card stands, for whom, and which version of the record it shows. */
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
