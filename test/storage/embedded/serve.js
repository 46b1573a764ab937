// Runs the embedded server on the folder given until it is killed: for the tests of what a crash leaves.
import { register } from 'tsx/esm/api';

register();
const { startEmbedded } = await import('../../../src/storage/embedded/start-embedded.ts');
const { uri } = await startEmbedded({ dataDir: process.argv[2] });
process.stdout.write(`${uri}\n`);
