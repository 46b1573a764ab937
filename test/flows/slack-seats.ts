import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { StandInUser } from '../stand-ins/slack/world.ts';

const shape = z.looseObject({ people: z.array(z.looseObject({ id: z.string() })) });

/** A person's Slack user id. */
export const slackUser = (person: string): string => `U0${person.replaceAll('-', '').toUpperCase()}`;

/** The sample organisation's people as users of the workspace. */
export async function peopleOfSample(): Promise<StandInUser[]> {
  const { people } = shape.parse(parse(await readFile('org.sample.yaml', 'utf8')));
  return people.map(({ id }) => ({ id: slackUser(id), name: id, locale: 'zh-CN' }));
}
