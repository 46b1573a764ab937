import type { Command } from 'commander';
import { readEnvironment } from '../config/config.ts';
import type { Locale } from '../i18n/locale.ts';
import type { CustomerImportOptions } from './customers/import-customer-file.ts';
import { language, logTo } from './declare.ts';
import type { PeopleOptions } from './people/import-people.ts';

/** `qmbot org …`: the organization in a file and in the database. */
export function declareOrg(program: Command): void {
  const org = program.command('org').description('the organisation: sites, departments, people, channels, settings');

  org
    .command('check <file>')
    .description('find mistakes, and seats where segregation of duties leaves nobody')
    .addOption(language())
    .action(async (file: string, options: { language: Locale }) => {
      const { checkOrg } = await import('./org.ts');
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
        const { importOrg } = await import('./org.ts');
        await importOrg(file, { apply: options.apply, ...setting });
        return;
      }
      const { importPeople } = await import('./people/import-people.ts');
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
      .action(async (file: string, options: CustomerImportOptions & { language: Locale }) => {
        const { importCustomerFile: importServed } = await import('./customers/import-customer-file.ts');
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
      const { linkPeople } = await import('./link.ts');
      const config = readEnvironment();
      await linkPeople(apply, { config, locale, log: logTo(config) });
    });

  org
    .command('export')
    .description('print the organisation that is in the database, as an org.yaml')
    .action(async () => {
      const { exportOrg } = await import('./org.ts');
      const config = readEnvironment();
      await exportOrg(config, logTo(config));
    });
}
