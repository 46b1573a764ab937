import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.looseObject({ people: z.array(z.looseObject({ id: z.string() })) });

/** The ids of everyone in the sample organization. */
export async function peopleOfSample(): Promise<string[]> {
  const { people } = shape.parse(parse(await readFile('org.sample.yaml', 'utf8')));
  return people.map(({ id }) => id);
}
