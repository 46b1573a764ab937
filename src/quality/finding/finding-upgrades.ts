import { z } from 'zod';

const version1 = z.looseObject({
  capa: z.looseObject({ actions: z.array(z.looseObject({ id: z.string(), ownerId: z.string() })) }),
  pastRounds: z.array(
    z.looseObject({
      capa: z.looseObject({ actions: z.array(z.looseObject({ id: z.string(), ownerId: z.string() })) }),
    }),
  ),
  raised: z.array(z.looseObject({ number: z.string() })),
});

/**
 * From version 1 to 2: kinds that only need an answer, objections, amendments and past owners of actions. Findings issued before departments were
 * asked to confirm have nothing to confirm.
 */
function toVersion2(data: unknown): unknown {
  const before = version1.parse(data);
  const planned = [before.capa, ...before.pastRounds.map(({ capa }) => capa)].flatMap(({ actions }) => actions);
  const ownersOf = (number: string) =>
    planned.filter(({ id }) => number.endsWith(`-${id}`)).map(({ ownerId }) => ownerId);
  return {
    ...before,
    raised: before.raised.map((action) => ({ ...action, ownerIds: [...new Set(ownersOf(action.number))] })),
    questions: [],
    merged: [],
    contests: [],
    amendments: [],
    transfers: [],
    pastAnswers: [],
  };
}

/** Upgrades a finding's data from each version to the next. */
export const findingUpgrades = { 1: toVersion2 } as const;
