import { z } from 'zod';
import { platforms } from './place.ts';

/** The most files that one answer or one message brings; also the most of one Slack input. */
export const FILES_LIMIT = 10;

/**
 * A file that a platform keeps, as its adapter refers to it: nothing of its content is known yet. It carries its platform and
 * workspace along, so that whoever fetches it later knows whom to ask.
 */
export const fileRefSchema = z.object({
  platform: z.enum(platforms),
  workspace: z.string().min(1).max(255),
  /** What the adapter needs to fetch it; means nothing to anybody else. */
  ref: z.string().min(1).max(500),
  /** As whoever sent it named it; empty where the platform gives no name, as for a picture. */
  name: z.string().max(255),
});
export type FileRef = z.infer<typeof fileRefSchema>;
