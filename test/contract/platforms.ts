import { consolePlatform } from './console-platform.ts';
import { feishuPlatform } from './feishu-platform.ts';
import type { Platform } from './harness.ts';
import { slackPlatform } from './slack-platform.ts';

/** Every platform there is an adapter for. */
export const platforms: readonly Platform[] = [slackPlatform, feishuPlatform, consolePlatform];
