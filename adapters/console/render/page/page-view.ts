import type { Locale } from '../../../../src/i18n/locale.ts';
import type { ConsoleMessage } from '../../messages.ts';
import type { ConsoleChannel, ConsoleCommand } from '../../people/directory.ts';
import type { Viewer } from '../../people/viewer.ts';

/** What the page shows when it opens. */
export interface PageView {
  readonly viewer: Viewer;
  /** The language the visitor explicitly asked for; kept in the page's links. */
  readonly lang: Locale | undefined;
  readonly channels: readonly ConsoleChannel[];
  /** The open space. */
  readonly current: string;
  /** Where the message stream resumes. */
  readonly since: number;
  /** The position of each space's last message; 0 if it has none. */
  readonly last: ReadonlyMap<string, number>;
  /** The end of the open conversation, oldest first. */
  readonly shown: readonly ConsoleMessage[];
  readonly commands: readonly ConsoleCommand[];
  /** The largest size of a file. */
  readonly megabytes: number;
}

/** A space, as the page shows it. */
export interface Space {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly direct: boolean;
}
