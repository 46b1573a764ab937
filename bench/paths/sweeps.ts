import type { Checkout } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { type Opened, withOpened } from '../ground/opened.ts';
import { operations, sampleOrganisation } from '../ground/organisation.ts';
import { openProbe } from '../ground/probe-process.ts';
import { seed } from '../ground/seed.ts';
import { type Piece, readPiece } from '../measure/pieces.ts';
import { takeTurns } from '../measure/rounds.ts';
import { type Aim, type Row, rowOf } from '../report/row.ts';
import { type Path, versionsOf } from './path.ts';

const OPEN = 10_000;
const WEEK_MS = 7 * 86_400_000;
/** A Monday in Beijing: before anything is due, when reminders go out, and when the weekly digest is due. */
const QUIET = Date.parse('2026-12-13T22:00:00Z');
const REMINDING = Date.parse('2026-12-14T00:30:30Z');
const DIGEST = Date.parse('2026-12-14T01:00:30Z');
const MOST_BLOCK_MS = 50;

type Work = 'reminders' | 'digest' | 'stats' | 'overdue' | 'list';
type Week = Readonly<Record<Work, Piece>>;

const what: Readonly<Record<Work, string>> = {
  reminders: 'the morning’s reminders',
  digest: 'the weekly digest',
  stats: '`/finding stats`',
  overdue: '`/finding overdue`',
  list: '20 first pages of a list',
};
/** At 10 000 records: the limit, and what the previous version took, in milliseconds. */
const aims: Readonly<Record<Work, Aim>> = {
  reminders: { of: 'now', atMost: 600, today: 1_924 },
  digest: { of: 'now', atMost: 400, today: 1_746 },
  stats: { of: 'now', atMost: 300, today: 1_830 },
  overdue: { of: 'now', atMost: 10, today: 259 },
  list: { of: 'now', atMost: 148, today: 148 },
};
const blocks: Readonly<Record<Work, Aim>> = {
  reminders: { of: 'now', atMost: MOST_BLOCK_MS, today: 159 },
  digest: { of: 'now', atMost: MOST_BLOCK_MS, today: 157 },
  stats: { of: 'now', atMost: MOST_BLOCK_MS, today: 182 },
  overdue: { of: 'now', atMost: MOST_BLOCK_MS },
  list: { of: 'now', atMost: MOST_BLOCK_MS },
};

/** The jobs that read many records, over many open ones: how long each takes, and how long it blocks the event loop. */
export const sweeps: Path = {
  name: 'sweeps',
  about: 'reminders, digest, stats, overdue and lists over 10 000 open findings',
  inQuick: false,
  measure: (settings) =>
    withOpened(async (opened) => {
      const size = settings.sizes?.[0] ?? OPEN;
      const contenders = [];
      for (const version of versionsOf(settings)) contenders.push(await contender(version, size, opened));
      const turns = await takeTurns(contenders, settings.rounds);
      const of = (name: string, work: Work, figure: 'ms' | 'blockMs') =>
        turns.get(name)?.map((week) => week[work][figure]);
      return (['reminders', 'digest', 'stats', 'overdue', 'list'] as const).flatMap((work): Row[] => {
        const title = `${what[work]} over ${size} open`;
        const figures = (figure: 'ms' | 'blockMs') => ({
          now: of('now', work, figure) ?? [],
          before: of('before', work, figure),
        });
        return [
          rowOf('sweeps', { what: title, unit: 'ms', ...figures('ms'), aim: aims[work] }),
          rowOf('sweeps', { what: `${title}: longest block`, unit: 'ms', ...figures('blockMs'), aim: blocks[work] }),
        ];
      });
    }),
};

async function contender(version: Checkout, size: number, { keep }: Opened) {
  const setup = keep(await openGround(version, 'slack', await sampleOrganisation('slack')));
  const uri = setup.uri();
  await (await setup.startBot({ MONGODB_URI: uri })).stop();
  await seed(setup, uri, { stand: 'issued', count: size, answering: [operations] });
  const probe = keep(await openProbe(version, 'sweeps', [setup.orgFile, uri, JSON.stringify(setup.settings)]));
  let week = 0;
  const piece = async (name: string, args: Readonly<Record<string, unknown>>) => readPiece(await probe.ask(name, args));
  const sweep = (at: number) => piece('sweep', { at: new Date(at + week * WEEK_MS).toISOString() });
  const say = (text: string, times = 1) => piece('say', { text, times });
  return {
    name: version.name,
    async prepare() {
      // Catches up with the days since the last round.
      await sweep(QUIET);
      await probe.ask('drain');
      return async (): Promise<Week> => {
        const reminders = await sweep(REMINDING);
        await probe.ask('drain');
        const digest = await sweep(DIGEST);
        await probe.ask('drain');
        week += 1;
        return {
          reminders,
          digest,
          stats: await say('stats'),
          overdue: await say('overdue'),
          list: await say('list', 20),
        };
      };
    },
  };
}
