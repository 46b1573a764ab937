import type { Locale } from '../../../../src/i18n/locale.ts';
import type { ConsoleMessage } from '../../messages.ts';
import type { ConsoleChannel, ConsoleCommand } from '../../people/directory.ts';
import type { Viewer } from '../../people/viewer.ts';

/** What the page shows when it is opened. */
export interface PageView {
  readonly viewer: Viewer;
  /** The language the visitor asked for in so many words; kept in the page's links. */
  readonly lang: Locale | undefined;
  readonly channels: readonly ConsoleChannel[];
  /** The space that is open. */
  readonly current: string;
  /** Where the stream of messages goes on from. */
  readonly since: number;
  /** The position of each space's last message; 0 where there is none. */
  readonly last: ReadonlyMap<string, number>;
  /** The end of the open conversation, oldest first. */
  readonly shown: readonly ConsoleMessage[];
  readonly commands: readonly ConsoleCommand[];
  /** The most that a file may have. */
  readonly megabytes: number;
}

/** A place to talk in, as the page names it. */
export interface Space {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly direct: boolean;
}
