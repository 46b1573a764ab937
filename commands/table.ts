import { recordTypes } from '../src/quality/index.ts';
import type { RecordType } from '../src/records/declaration/record-type.ts';
import { callBackCommands } from './call-back/call-back-commands.ts';
import { customerCommands } from './customers/customer-commands.ts';
import { projectCommands } from './customers/project-commands.ts';
import { evidenceCommands } from './evidence/evidence-commands.ts';
import { figuresCommands } from './figures/figures-commands.ts';
import { type CommandTable, tableOf } from './find-command.ts';
import { helpCommands } from './qm/help-command.ts';
import { qmCommands } from './qm/qm-commands.ts';
import { commandsOf } from './record/commands-of.ts';
import { recordCommands } from './record/record-commands.ts';
import { sayAgain } from './say-again.ts';
import { surveyCommands } from './survey/survey-commands.ts';

/** Built once for each list of types: a bot has one. */
const made = new WeakMap<readonly RecordType<unknown>[], CommandTable>();

/** Every command of a bot with these record types. */
export function commandsFor(types: readonly RecordType<unknown>[]): CommandTable {
  const known = made.get(types);
  if (known) return known;
  const table: CommandTable = tableOf([
    ...types.flatMap((type) => commandsOf(type, () => table.all)),
    ...recordCommands,
    ...callBackCommands,
    ...surveyCommands,
    ...figuresCommands,
    ...customerCommands,
    ...projectCommands,
    ...evidenceCommands,
    ...qmCommands,
    ...helpCommands(() => table.all),
    sayAgain(() => table),
  ]);
  made.set(types, table);
  return table;
}

/** The commands of the bot as it is delivered: for menus, which platforms ask for before anyone says anything. */
export const table = commandsFor(recordTypes);
