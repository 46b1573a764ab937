import { here, probe } from '../ground/checkout.ts';
import { openGround } from '../ground/open-ground.ts';
import { seed } from '../ground/seed.ts';
import { readPieces } from '../measure/pieces.ts';
import { rowOf } from '../report/row.ts';
import type { Path } from './path.ts';

const FINDINGS = 10_000;
const MOST_BLOCK_MS = 50;

/** A list of findings as a file, in both formats, with the longest block of the event loop. */
export const exports: Path = {
  name: 'exports',
  about: 'a list of 10 000 findings as a file',
  inQuick: false,
  async measure({ sizes }) {
    const setup = await openGround(here);
    try {
      const uri = setup.uri();
      await (await setup.startBot({ MONGODB_URI: uri })).stop();
      const [size = FINDINGS] = sizes ?? [];
      await seed(setup, uri, { stand: 'issued', count: size });
      const pieces = readPieces(await probe(here, 'exports', [setup.orgFile, uri]));
      return pieces.flatMap(({ name, ms, blockMs }) => [
        rowOf('exports', { what: `${size} findings as ${name}`, unit: 'ms', now: [ms] }),
        rowOf('exports', {
          what: `${size} findings as ${name}: longest block`,
          unit: 'ms',
          now: [blockMs],
          aim: { of: 'now', atMost: MOST_BLOCK_MS },
        }),
      ]);
    } finally {
      await setup.stop();
    }
  },
};
