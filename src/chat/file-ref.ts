import { z } from 'zod';
import { platforms } from './place.ts';

/** The most files in one answer or one message; also Slack's maximum for one input. */
export const FILES_LIMIT = 10;

/**
 * A reference to a file that a platform keeps, made by its adapter: nothing of its content is known yet. It carries its platform and workspace, so
 * that the code that fetches it later knows where from.
 */
export const fileRefSchema = z.object({
  platform: z.enum(platforms),
  workspace: z.string().min(1).max(255),
  /** What the adapter needs to fetch it; opaque to everything else. */
  ref: z.string().min(1).max(500),
  /** The name the sender gave it; empty if the platform gives no name, as for a picture. */
  name: z.string().max(255),
});
export type FileRef = z.infer<typeof fileRefSchema>;
