import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthOf } from '../../src/calendar/period.ts';
import { reportFigures } from '../../src/figures/satisfaction/report.ts';
import { coverageOf, coverageSum, coveredParts } from '../../src/quality/call-back/coverage.ts';
import { createRandom } from '../year/random.ts';
import { instantOn, shift } from '../year/working-days.ts';
import { type Call, callAll, reckonCalls } from './calls.ts';
import { liveYear, tellingsOf } from './lives.ts';
import { openService, org, type Service } from './open-service.ts';
import { promised, spanOfMonths } from './reckon.ts';

const INCIDENTS = Number(process.env.INCIDENTS ?? 100);
const YEAR = 2026;
const ZONE = 'Asia/Shanghai';
const END = instantOn(`${YEAR + 1}-02-15`, 0);

const random = createRandom(20_260_103);
/** The service desk closes them: the other tool tells of no closing. */
const lives = liveYear(INCIDENTS, YEAR, random).map(({ closedAt: _ours, ...life }) => promised(life));
const called = callAll(lives, random);

let service: Service;
const refused: string[] = [];

async function make({ externalId, at, score, comment }: Call): Promise<void> {
  const { records } = service.scene.app;
  service.scene.clock.moveTo(new Date(at).toISOString());
  const incident = await records.load({ origin: `intake:itsm:${externalId}` });
  const number = `${incident?.number}-C1`;
  const said = score === null ? {} : { score: String(score), complaint: 'no', ...(comment && { comment }) };
  const { verdict } = await records.perform(
    { number },
    {
      move: score === null ? 'noAnswer' : 'answer',
      answers: said,
      actor: { kind: 'person', id: 'desk', via: 'console' },
      interaction: `call:${externalId}:${at}`,
      round: null,
    },
  );
  if (verdict.verdict !== 'done') refused.push(`${number} ${JSON.stringify(verdict)}`);
}

beforeAll(async () => {
  service = await openService(instantOn(`${YEAR}-01-01`, 0));
  const tellings = lives
    .flatMap((life) => tellingsOf(life, END.getTime()))
    .sort((left, right) => (left.updatedAt < right.updatedAt ? -1 : 1));
  const calls = called.flatMap((one) => one.calls).sort((left, right) => left.at - right.at);
  let told = 0;
  let made = 0;
  for (let day = `${YEAR}-01-02`; instantOn(day, 0) <= END; day = shift(day, 1)) {
    const midnight = instantOn(day, 0);
    for (let call = calls[made]; call && call.at < midnight.getTime(); call = calls[++made]) await make(call);
    const from = told;
    while (told < tellings.length && (tellings[told]?.updatedAt ?? '') <= midnight.toISOString()) told += 1;
    service.scene.clock.moveTo(midnight.toISOString());
    if (told === from) continue;
    await service.deliver(tellings.slice(from, told));
    await service.scene.app.drain();
  }
  service.scene.clock.moveTo(END.toISOString());
});
afterAll(() => service.stop());

const rowsOfYear = async () => {
  const { facts } = service.ground();
  return facts.between('callBack', { from: instantOn(`${YEAR}-01-01`, 0), to: END }, coveredParts);
};

describe(`a year of ${called.length} services whose customers were called back`, () => {
  test('had every call taken', () => {
    expect(refused).toEqual([]);
    // Each way to end is among them, so that each is counted.
    const { coverage } = reckonCalls(called, spanOfMonths(YEAR, 1, 12), END.getTime());
    expect(Object.values(coverage).every((count) => count > 0)).toBe(true);
  });

  test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'has coverage and satisfaction in month %i that agree with the plain reckoning to the last item',
    async (month) => {
      const span = spanOfMonths(YEAR, month, 1);
      const { coverage, csat, mean, rated } = reckonCalls(called, span, END.getTime());
      const key = `${YEAR}-${String(month).padStart(2, '0')}`;
      const lines = coverageOf(await rowsOfYear(), { hours: 24, now: END, zone: ZONE });
      expect(coverageSum(lines.filter(({ day }) => day.startsWith(key)))).toEqual({
        ...coverage,
        pending: 0,
        byPage: 0,
        exempt: 0,
        imported: 0,
      });
      const period = { kind: 'month', period: monthOf(`${key}-01`), zone: ZONE } as const;
      const figures = await reportFigures(period, { facts: service.ground().facts, org });
      expect(figures.services).toMatchObject({ satisfied: csat, mean });
      expect(figures.rated).toEqual(rated);
    },
  );

  test('closed by the call what left the customer satisfied', async () => {
    const satisfied = called.filter(({ calls }) => calls.some(({ score }) => score !== null && score > 3));
    for (const { life } of satisfied.slice(0, 20)) {
      const incident = await service.scene.app.records.load({ origin: `intake:itsm:${life.externalId}` });
      expect([life.externalId, incident?.state]).toEqual([life.externalId, 'closed']);
    }
  });
});
