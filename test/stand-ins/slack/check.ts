import { z } from 'zod';
import {
  type HomeBody,
  homeView,
  type ModalBody,
  messageBlocks,
  modalView,
  type StandInBlock,
} from './block-schemas.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** A message's content after Slack has taken it. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly StandInBlock[];
}

const contentSchema = z.object({ text: z.string().default(''), blocks: z.unknown().optional() });

/**
 * Refuses what Slack refuses of a message's content.
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors (2026-11-23): `no_text`, `msg_too_long`, `invalid_blocks`;
 * `msg_blocks_too_long` is not on the page: https://github.com/slackapi/bolt-js/issues/2509.
 */
export function checkContent(content: unknown, world?: Pick<World, 'hasCharts' | 'files'>): Content {
  const { text, blocks = [] } = contentSchema.parse(content);
  const checked = messageBlocks.safeParse(blocks);
  if (!checked.success) throw new Refusal('invalid_blocks', pointers(checked.error));
  if (world) checkAgainst(world, checked.data);
  if (text.trim() === '' && checked.data.length === 0) throw new Refusal('no_text');
  if (text.length > 40_000) throw new Refusal('msg_too_long');
  if (JSON.stringify(blocks).length > 13_172) throw new Refusal('msg_blocks_too_long');
  return { text, blocks: checked.data };
}

/**
 * Refuses what Slack refuses of a view.
 * https://docs.slack.dev/reference/methods/views.open#errors (2026-11-23): `invalid_arguments`, `view_too_large` (250 kB).
 */
export function checkView(view: unknown): ModalBody {
  const checked = modalView.safeParse(view);
  if (!checked.success) throw new Refusal('invalid_arguments', pointers(checked.error));
  if (JSON.stringify(view).length > 250_000) throw new Refusal('view_too_large');
  return checked.data;
}

/** The same of a home. https://docs.slack.dev/reference/methods/views.publish#errors (2026-11-23) */
export function checkHome(view: unknown): HomeBody {
  const checked = homeView.safeParse(view);
  if (!checked.success) throw new Refusal('invalid_arguments', pointers(checked.error));
  if (JSON.stringify(view).length > 250_000) throw new Refusal('view_too_large');
  return checked.data;
}

function pointers(error: z.ZodError): string[] {
  return error.issues.map((issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`);
}

/**
 * What only the workspace can tell: whether it has charts of Slack's own yet (they came to one after the other), and whether a file
 * is there, whole and looked at. https://github.com/slackapi/python-slack-sdk/issues/1658 (2026-11-24)
 */
function checkAgainst({ hasCharts, files }: Pick<World, 'hasCharts' | 'files'>, blocks: readonly StandInBlock[]): void {
  blocks.forEach((block, index) => {
    if (block.type === 'data_visualization' && !hasCharts) {
      throw new Refusal('invalid_blocks', [
        `[ERROR] unsupported type: data_visualization [json-pointer:/blocks/${index}/type]`,
      ]);
    }
    if (block.type !== 'image' || block.slack_file === undefined) return;
    const file = files.get(block.slack_file.id);
    if (!file?.finished || file.deleted) {
      throw new Refusal('invalid_blocks', [`[ERROR] invalid slack file [json-pointer:/blocks/${index}/slack_file]`]);
    }
  });
}
