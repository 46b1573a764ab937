import { slackManifest } from '../../adapters/slack/manifest.ts';
import { nouns } from '../app/nouns.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { print } from './print.ts';

/** `qmbot manifest slack|feishu`: what to set up on the platform, from the present settings. */
export function printManifest({ publicUrl }: Config, platform: string): void {
  if (platform !== 'slack') throw new AppError('manifest.unknownPlatform', { platform });
  if (publicUrl === undefined) throw new AppError('manifest.needsPublicUrl');
  print([JSON.stringify(slackManifest({ publicUrl, nouns, socketMode: false }), null, 2)]);
}
