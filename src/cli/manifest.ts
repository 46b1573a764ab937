import { feishuSetup } from '../../adapters/feishu/setup.ts';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { slashCommands, slashNouns } from '../../commands/slash-commands.ts';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { print } from './print.ts';

/** `qmbot manifest slack|feishu`: the app manifest for the platform, as JSON, for the current settings. */
export function printManifest({ publicUrl, slack, feishu }: Config, platform: string, locale: Locale): void {
  print([JSON.stringify(setupOf(), null, 2)]);

  function setupOf(): unknown {
    switch (platform) {
      case 'slack': {
        const socketMode = slack?.mode === 'socket';
        if (publicUrl === undefined && !socketMode)
          throw new AppError('manifest.noAddress', { set: 'PUBLIC_URL or SLACK_APP_TOKEN' });
        return slackManifest({ publicUrl: publicUrl ?? '', commands: slashCommands, socketMode });
      }
      case 'feishu': {
        const address = publicUrl === undefined ? {} : { publicUrl };
        return feishuSetup({ ...address, mode: feishu?.mode ?? 'http', nouns: slashNouns, locale });
      }
      default:
        throw new AppError('manifest.unknownPlatform', { platform });
    }
  }
}
