import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ground, openGround } from '../ground/open-ground.ts';
import { withOpened } from '../ground/opened.ts';
import type { Seated } from '../ground/organisation.ts';
import { run } from '../ground/processes.ts';
import { openSender, type Request } from '../ground/send.ts';
import { takeTurns } from '../measure/rounds.ts';
import { contenderOf, figuresOf, type Served } from '../measure/served.ts';
import { type Aim, type Row, rowOf } from '../report/row.ts';
import { type RunSettings, versionsOf } from './path.ts';

/** How a platform's form is requested, and the aims it is held to. */
export interface FormPath {
  readonly path: string;
  readonly seated: Seated;
  /** The bot's path, below its address. */
  readonly endpoint: string;
  /** A request for a form, given the stub's address. */
  readonly ask: (platform: string) => Request;
  /** The form within what the platform received, and the call that carried it. */
  readonly method: RegExp;
  readonly formIn: (body: string) => string;
  readonly bare: string;
  /** The setting that gives the reference the form. */
  readonly setting: 'VIEW' | 'CARD';
  readonly acknowledgement: Aim;
  readonly sameForm: Aim;
}

const CLIENTS = 16;
const FORMS = 1_000;

/** A form that is opened, compared with the platform's own library just acknowledging, and with one that sends the same form. */
export const measureForms = (
  { path, seated, endpoint, ask, method, formIn, bare, setting, acknowledgement, sameForm }: FormPath,
  settings: RunSettings,
): Promise<Row[]> =>
  withOpened(async ({ keep, keepOpen }) => {
    const contenders: Served[] = [];
    let first: Ground | undefined;
    let form = '';
    const add = (name: string, pid: number, url: string, platform: string) => {
      const sender = keepOpen(openSender(url, CLIENTS));
      contenders.push({ name, pids: [pid], prepare: async () => () => sender.send(ask(platform)) });
      return sender;
    };
    for (const version of versionsOf(settings)) {
      const setup = keep(await openGround(version, seated));
      const bot = keep(await setup.startBot({ MONGODB_URI: setup.uri() }));
      const sender = add(version.name, bot.pid, `${bot.said}${endpoint}`, setup.platform.url);
      if (first) continue;
      first = setup;
      await sender.send(ask(setup.platform.url));
      form = join(setup.folder, 'form.json');
      await writeFile(form, formIn(await setup.platform.last(method)));
    }
    if (!first) return [];
    for (const [name, env] of [
      ['acknowledges', {}],
      ['sends', { [setting]: form }],
    ] as const) {
      const args = ['--import', 'tsx', bare];
      const server = keep(await run(args, /ready (\S+)/, { env: { ...first.settings, ...env } }));
      add(name, server.pid, server.said, first.platform.url);
    }
    const turn = { clients: CLIENTS, times: settings.quick ? FORMS / 2 : FORMS };
    const turns = await takeTurns(
      contenders.map((one) => contenderOf(one, turn)),
      settings.rounds,
    );
    const what = `${path}, ${CLIENTS} at once`;
    const against = (reference: string) => {
      const { bareOfBefore: _none, ...figures } = figuresOf(turns, 'rate', reference);
      return figures;
    };
    return [
      rowOf(
        path,
        { what: `${what}: of an acknowledgement`, unit: 'a second', ...against('acknowledges'), aim: acknowledgement },
        settings.quick,
      ),
      rowOf(
        path,
        { what: `${what}: of the same form sent by the library`, unit: 'a second', ...against('sends'), aim: sameForm },
        settings.quick,
      ),
      rowOf(path, { what: `${what}: processor time`, unit: 'ms', ...figuresOf(turns, 'cpu', 'sends') }, settings.quick),
    ];
  });
