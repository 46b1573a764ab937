import { Command, Option } from 'commander';
import { pino } from 'pino';
import { explainFailure } from './cli/explain-failure.ts';
import type { IncidentImportOptions } from './cli/incident/import-incidents.ts';
import type { PeopleOptions } from './cli/people/import-people.ts';
import type { ServedOptions } from './cli/served/import-served.ts';
import { type Config, readEnvironment } from './config.ts';
import { type Locale, locales } from './i18n/locale.ts';

// Each command loads what it needs and no more: the chat platforms' packages alone take most of a second.
const logTo = (config: Config) => pino({ level: config.logLevel });
const language = () =>
  new Option('--language <language>', 'language of the output').choices([...locales]).default('en');

const program = new Command('qmbot').description('Service-quality management in Slack and Feishu');

program
  .command('start')
  .description('run the bot')
  .action(async () => {
    const { start } = await import('./cli/start.ts');
    const config = readEnvironment();
    await start(config, logTo(config));
  });

program
  .command('db')
  .description('run the embedded database alone, for several processes of the bot on this machine')
  .option('--port <port>', 'port on 127.0.0.1', '27117')
  .action(async ({ port }: { port: string }) => {
    const { runDatabase } = await import('./cli/db.ts');
    const config = readEnvironment();
    await runDatabase(config, Number(port), logTo(config));
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

const org = program.command('org').description('the organisation: sites, departments, people, channels, settings');

org
  .command('check <file>')
  .description('find mistakes, and seats where segregation of duties leaves nobody')
  .addOption(language())
  .action(async (file: string, options: { language: Locale }) => {
    const { checkOrg } = await import('./cli/org.ts');
    await checkOrg(file, options.language);
  });

org
  .command('import <file>')
  .description(
    'compare an org.yaml, or a people.csv or .xlsx of the personnel department, with the database; --apply makes it so',
  )
  .option('--apply', 'make the changes', false)
  .option('--map <map>', 'people: what columns hold, as "姓名=name,部门=department"')
  .option('--hand-over <leaver=taker...>', 'people: who takes over from somebody who leaves', [])
  .option('--hand-over-to-heads', 'people: the head of the department takes over from everybody else', false)
  .option('--site <id>', 'people: the file holds one site; nobody of another leaves')
  .option('--keep <ids>', 'people: ids, with commas, of those who are not in the file and stay')
  .option('--leavers <count>', 'people: how many leave, where they are many')
  .addOption(language())
  .action(async (file: string, options: PeopleOptions & { language: Locale }) => {
    const config = readEnvironment();
    const setting = { config, locale: options.language, log: logTo(config) };
    if (/\.ya?ml$/i.test(file)) {
      const { importOrg } = await import('./cli/org.ts');
      await importOrg(file, { apply: options.apply, ...setting });
      return;
    }
    const { importPeople } = await import('./cli/people/import-people.ts');
    if (!(await importPeople(file, options, setting))) process.exitCode = 1;
  });

for (const kind of ['customers', 'projects'] as const) {
  org
    .command(`import-${kind} <file>`)
    .description(`read ${kind} from a CSV or XLSX list; --apply makes the changes`)
    .option('--apply', 'make the changes', false)
    .option('--map <map>', 'what columns hold, as "HEADING=FIELD,HEADING=FIELD"')
    .option('--skip-bad-lines', 'leave lines with a mistake out, and import the others', false)
    .addOption(language())
    .action(async (file: string, options: ServedOptions & { language: Locale }) => {
      const { importServed } = await import('./cli/served/import-served.ts');
      const config = readEnvironment();
      const setting = { config, locale: options.language, log: logTo(config) };
      if (!(await importServed(kind, file, options, setting))) process.exitCode = 1;
    });
}

org
  .command('link')
  .description('find the accounts of people on Slack and Feishu by e-mail and mobile, and with --apply link them')
  .option('--apply', 'link those who were found', false)
  .addOption(language())
  .action(async ({ apply, language: locale }: { apply: boolean; language: Locale }) => {
    const { linkPeople } = await import('./cli/link.ts');
    const config = readEnvironment();
    await linkPeople(apply, { config, locale, log: logTo(config) });
  });

org
  .command('export')
  .description('print the organisation that is in the database, as an org.yaml')
  .action(async () => {
    const { exportOrg } = await import('./cli/org.ts');
    const config = readEnvironment();
    await exportOrg(config, logTo(config));
  });

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

const intake = program
  .command('intake')
  .description('the keys with which other tools sign what they deliver over HTTP');

intake
  .command('add-key <source>')
  .description('make another key for a source, such as itsm; it is shown once')
  .addOption(language())
  .action(async (source: string, { language: locale }: { language: Locale }) => {
    const { addKey } = await import('./cli/intake.ts');
    const config = readEnvironment();
    await addKey(source, { config, locale, log: logTo(config) });
  });

intake
  .command('keys <source>')
  .description('list the keys of a source, without their secrets')
  .addOption(language())
  .action(async (source: string, { language: locale }: { language: Locale }) => {
    const { listKeys } = await import('./cli/intake.ts');
    const config = readEnvironment();
    await listKeys(source, { config, locale, log: logTo(config) });
  });

intake
  .command('end-key <source> <key>')
  .description('end a key, at once or after so many hours')
  .option('--after <hours>', 'how long it is still taken, while the other system changes to a new one', '0')
  .addOption(language())
  .action(async (source: string, key: string, options: { after: string; language: Locale }) => {
    const { endKey } = await import('./cli/intake.ts');
    const config = readEnvironment();
    await endKey(source, key, options.after, { config, locale: options.language, log: logTo(config) });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
