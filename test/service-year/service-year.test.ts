import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServiceFigures, serviceFigures } from '../../src/figures/service/compute.ts';
import { serviceRows } from '../../src/figures/service/read.ts';
import { parseRecord } from '../../src/records/store/parse-record.ts';
import { recordModel } from '../../src/records/store/record-model.ts';
import { createRandom, type Random } from '../year/random.ts';
import { instantOn } from '../year/working-days.ts';
import { liveYear, tellingsOf } from './lives.ts';
import { openService, org, registry, type Service } from './open-service.ts';
import { type PlainFigures, promised, reckon, spanOfMonths } from './reckon.ts';

const INCIDENTS = Number(process.env.INCIDENTS ?? 200);
const YEAR = 2026;
const DAY_MS = 24 * 3_600_000;
/** When all that began in the year has come to its end. */
const END = instantOn(`${YEAR + 1}-02-15`, 0);

const random = createRandom(20_260_102);
const lives = liveYear(INCIDENTS, YEAR, random).map(promised);
const tellings = lives.flatMap((life) => tellingsOf(life, END.getTime()));

/** Months, quarters and the year, by the month in which each begins and how many it has. */
const periods = [
  ...Array.from({ length: 12 }, (_, index) => [index + 1, 1] as const),
  ...[1, 4, 7, 10].map((month) => [month, 3] as const),
  [1, 12] as const,
];

const closing: (() => Promise<void>)[] = [];
const opened = async (from: Date) => {
  const service = await openService(from);
  closing.push(() => service.stop());
  return service;
};

/** The product's figures of a span, as the plain computing names them. */
async function figuresOf({ ground }: Service, span: { from: number; to: number }): Promise<PlainFigures> {
  const { now } = ground();
  const rows = await serviceRows({ from: new Date(span.from), to: new Date(span.to) }, {}, ground());
  const { attained: _form, ...figures }: ServiceFigures = serviceFigures(rows, now, org.settings.figures);
  return figures;
}

const plainOf = (span: { from: number; to: number }, now: Date) => reckon(lives, span, now.getTime());

/** What is known of each item in the end, but for our own numbers and when each fact was told. */
async function known({ connection }: Service): Promise<Map<string, unknown>> {
  const items = new Map<string, unknown>();
  for await (const document of recordModel(connection).find({ type: 'incident' }).lean().cursor()) {
    const { data, state, clocks } = parseRecord(document, registry);
    const { learned: _times, source, ...facts } = data as { learned: unknown; source: { externalId: string } };
    items.set(source.externalId, { state, clocks, facts });
  }
  return items;
}

function shuffled<Item>(items: readonly Item[], from: Random): Item[] {
  const mixed = [...items];
  for (let left = mixed.length - 1; left > 0; left -= 1) {
    const at = from.between(0, left);
    [mixed[left], mixed[at]] = [mixed[at] as Item, mixed[left] as Item];
  }
  return mixed;
}

/** What the product and the plain computing say of each month on the morning after it. */
const mornings: { readonly month: number; readonly product: PlainFigures; readonly plain: PlainFigures }[] = [];
let inOrder: Service;
let mixed: Service;
const counts: Record<string, number>[] = [];

beforeAll(async () => {
  inOrder = await opened(instantOn(`${YEAR}-01-01`, 0));
  const byTime = [...tellings].sort((left, right) => (left.updatedAt < right.updatedAt ? -1 : 1));
  let at = 0;
  for (let day = instantOn(`${YEAR}-01-02`, 0); day <= END; day = new Date(day.getTime() + DAY_MS)) {
    const from = at;
    while (at < byTime.length && (byTime[at]?.updatedAt ?? '') <= day.toISOString()) at += 1;
    inOrder.scene.clock.moveTo(day.toISOString());
    if (at > from) counts.push(await inOrder.deliver(byTime.slice(from, at)));
    const month = Array.from({ length: 12 }, (_, index) => index + 1).find(
      (one) => spanOfMonths(YEAR, one, 1).to === day.getTime(),
    );
    if (month === undefined) continue;
    const span = spanOfMonths(YEAR, month, 1);
    mornings.push({ month, product: await figuresOf(inOrder, span), plain: plainOf(span, day) });
  }
  mixed = await opened(END);
  const again = tellings.filter(() => random.chance(0.2));
  await mixed.deliver(shuffled([...tellings, ...again], random));
});

afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe(`a year of ${INCIDENTS} incidents and requests of fifty projects, told by another tool`, () => {
  test('is taken in whole: each item once, each telling as news', () => {
    const sum = (name: string) => counts.reduce((total, one) => total + (one[name] ?? 0), 0);
    expect(sum('created')).toBe(INCIDENTS);
    expect(sum('created') + sum('updated') + sum('unchanged')).toBe(tellings.length);
  });

  test('has figures on the morning after each month that agree with the plain computation to the last item', () => {
    expect(mornings).toHaveLength(12);
    for (const { month, product, plain } of mornings) expect({ month, ...product }).toEqual({ month, ...plain });
  });

  test.each(periods)('has figures in the end for what begins in month %i and lasts for %i', async (month, count) => {
    const span = spanOfMonths(YEAR, month, count);
    const plain = plainOf(span, END);
    expect(plain.solved.of).toBeGreaterThan(0);
    // Some are missed in the course of the year, so that the figure can be wrong.
    expect(plain.solved.met).toBeLessThan(plain.solved.of + (count === 12 ? 0 : 1));
    expect(await figuresOf(inOrder, span)).toEqual(plain);
    expect(await figuresOf(mixed, span)).toEqual(plain);
  });

  test('is known in the end just so when it was told in any order, some of it twice', async () => {
    expect(await known(mixed)).toEqual(await known(inOrder));
  });
});
