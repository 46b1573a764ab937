import { z } from 'zod';

/** The platforms that have adapters. */
export const platforms = ['slack', 'feishu', 'console'] as const;
export type Platform = (typeof platforms)[number];

const id = z.string().min(1).max(255);

/** Where a card or a message is: enough to refresh it, or to read it. */
export const placeSchema = z.object({
  platform: z.enum(platforms),
  workspace: id,
  /** The platform's channel or chat id; for a direct message the conversation's id. */
  channel: id,
  message: id,
});
export type Place = z.infer<typeof placeSchema>;
