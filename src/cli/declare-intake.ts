import type { Command } from 'commander';
import { readEnvironment } from '../config/config.ts';
import type { Locale } from '../i18n/locale.ts';
import { language, logTo } from './declare.ts';

/** `qmbot intake …`: the keys with which other tools sign deliveries. */
export function declareIntake(program: Command): void {
  const intake = program
    .command('intake')
    .description('the keys with which other tools sign what they deliver over HTTP');

  intake
    .command('add-key <source>')
    .description('make another key for a source, such as itsm; it is shown once')
    .addOption(language())
    .action(async (source: string, { language: locale }: { language: Locale }) => {
      const { addKey } = await import('./intake.ts');
      const config = readEnvironment();
      await addKey(source, { config, locale, log: logTo(config) });
    });

  intake
    .command('keys <source>')
    .description('list the keys of a source, without their secrets')
    .addOption(language())
    .action(async (source: string, { language: locale }: { language: Locale }) => {
      const { listKeys } = await import('./intake.ts');
      const config = readEnvironment();
      await listKeys(source, { config, locale, log: logTo(config) });
    });

  intake
    .command('end-key <source> <key>')
    .description('end a key, at once or after so many hours')
    .option('--after <hours>', 'how long it is still taken, while the other system changes to a new one', '0')
    .addOption(language())
    .action(async (source: string, key: string, options: { after: string; language: Locale }) => {
      const { endKey } = await import('./intake.ts');
      const config = readEnvironment();
      await endKey(source, key, options.after, { config, locale: options.language, log: logTo(config) });
    });
}
