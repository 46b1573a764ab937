import { Option } from 'commander';
import { pino } from 'pino';
import type { Config } from '../config/config.ts';
import { locales } from '../i18n/locale.ts';

/** The logger of a command. */
export const logTo = (config: Config) => pino({ level: config.logLevel });

/** The `--language` option: the language of a command's output. */
export const language = () =>
  new Option('--language <language>', 'language of the output').choices([...locales]).default('en');
