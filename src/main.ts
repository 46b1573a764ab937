import { once } from 'node:events';
import { Command } from 'commander';
import { language, logTo } from './cli/declare.ts';
import { declareIntake } from './cli/declare-intake.ts';
import { declareOrg } from './cli/declare-org.ts';
import type { IncidentImportOptions } from './cli/incident/import-incidents.ts';
import { stopSignal } from './cli/stop-signal.ts';
import { readEnvironment } from './config/config.ts';
import { AppError, UserError } from './errors.ts';
import type { Locale } from './i18n/locale.ts';
import { isMessageKey, translate } from './i18n/translate.ts';

/** What to tell the user about a command that failed: the message, its causes, and no stack. */
function explainFailure(error: unknown): string {
  if (error instanceof UserError && isMessageKey(error.code)) {
    const params = Object.entries(error.params).map(([name, value]) => [name, String(value)] as const);
    return translate('en', error.code, Object.fromEntries(params));
  }
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  return error instanceof AppError ? `${error.message}${cause}` : `${error.stack ?? error.message}${cause}`;
}

/**
 * Ends the process with `process.exitCode`, once its command is done and has closed what it opened. Libraries can leave timers running that would
 * keep it alive: Agenda leaves one of half the lock's lifetime after each run of a job.
 */
async function endProcess(): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.writableLength > 0) await once(stream, 'drain');
  }
  process.exit();
}

// Each command loads what it needs and no more: the chat platforms' packages alone take most of a second.
const program = new Command('qmbot').description('Service-quality management in Slack and Feishu');

program
  .command('start')
  .description('run the bot')
  .action(async () => {
    const stopping = stopSignal();
    const { start } = await import('./cli/start.ts');
    const config = readEnvironment();
    await start(config, logTo(config), stopping);
  });

program
  .command('db')
  .description('run the embedded database alone, for several processes of the bot on this machine')
  .option('--port <port>', 'port on 127.0.0.1', '27117')
  .action(async ({ port }: { port: string }) => {
    const stopping = stopSignal();
    const { runDatabase } = await import('./cli/db.ts');
    const config = readEnvironment();
    await runDatabase(config, Number(port), logTo(config), stopping);
  });

program
  .command('deadline <day> <workingDays>')
  .description('reckon a deadline, with its arithmetic')
  .addOption(language())
  .action(async (day: string, days: string, options: { language: Locale }) => {
    const { printDeadline } = await import('./cli/deadline.ts');
    await printDeadline(readEnvironment(), day, days, options.language);
  });

program
  .command('verify')
  .description("check every record's history")
  .action(async () => {
    const { verify } = await import('./cli/verify.ts');
    const config = readEnvironment();
    if (!(await verify(config, logTo(config)))) process.exitCode = 1;
  });

program
  .command('reindex')
  .description('file all records anew, for lists and searches')
  .action(async () => {
    const { reindex } = await import('./cli/reindex.ts');
    const config = readEnvironment();
    await reindex(config, logTo(config));
  });

program
  .command('manifest <platform>')
  .description('what to set up on Slack or Feishu')
  .addOption(language())
  .action(async (platform: string, options: { language: Locale }) => {
    const { printManifest } = await import('./cli/manifest.ts');
    printManifest(readEnvironment(), platform, options.language);
  });

program
  .command('admin [person]')
  .description(
    'make a one-time code by which somebody becomes administrator: for a person of the organisation, by id or e-mail',
  )
  .addOption(language())
  .action(async (person: string | undefined, options: { language: Locale }) => {
    const { inviteAdministrator } = await import('./cli/admin.ts');
    const config = readEnvironment();
    await inviteAdministrator(person, { config, locale: options.language, log: logTo(config) });
  });

declareOrg(program);

program
  .command('incident')
  .description('incidents and requests from a list')
  .command('import <file>')
  .description('read incidents from a CSV or XLSX list; --apply takes them in')
  .option('--apply', 'take them in', false)
  .option('--map <map>', 'what columns hold, as "HEADING=FIELD,HEADING=FIELD"')
  .option('--skip-bad-lines', 'leave lines with a mistake out, and import the others', false)
  .option('--source <name>', 'the tool that the list is from; its numbers are known again under this name', 'import')
  .addOption(language())
  .action(async (file: string, options: IncidentImportOptions & { language: Locale }) => {
    const { importIncidents } = await import('./cli/incident/import-incidents.ts');
    const config = readEnvironment();
    const setting = { config, locale: options.language, log: logTo(config) };
    if (!(await importIncidents(file, options, setting))) process.exitCode = 1;
  });

declareIntake(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
await endProcess();
