import { recordTypes } from '../src/quality/index.ts';
import { callBackCommands } from './call-back/call-back-commands.ts';
import { evidenceCommands } from './evidence/evidence-commands.ts';
import { type CommandTable, tableOf } from './find-command.ts';
import { helpCommand } from './qm/help-command.ts';
import { qmCommands } from './qm/qm-commands.ts';
import { commandsOf } from './record/commands-of.ts';
import { recordCommands } from './record/record-commands.ts';
import { sayAgain } from './say-again.ts';
import { customerCommands } from './served/customer-commands.ts';
import { projectCommands } from './served/project-commands.ts';
import { figuresCommands } from './service/figures-commands.ts';
import { showService } from './service/show-figures.ts';
import { surveyCommands } from './survey/survey-commands.ts';

/** The figures of types that have more to tell than how their deadlines were kept. */
const ownStats = new Map([['incident', showService]]);

function own(type: string) {
  const stats = ownStats.get(type);
  return stats ? { stats } : {};
}

/** Every command there is. */
export const table: CommandTable = tableOf([
  ...recordTypes.flatMap((type) => commandsOf(type, own(type.type))),
  ...recordCommands,
  ...callBackCommands,
  ...surveyCommands,
  ...figuresCommands,
  ...customerCommands,
  ...projectCommands,
  ...evidenceCommands,
  ...qmCommands,
  helpCommand,
  sayAgain(() => table),
]);
