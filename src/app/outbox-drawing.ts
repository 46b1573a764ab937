import type { Tools } from '../../commands/context.ts';
import { makeOutFile } from '../../commands/export/make-out-file.ts';
import { words } from '../chat/text.ts';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import type { FileStore } from '../files/file-store.ts';
import { translate } from '../i18n/translate.ts';
import type { OrgStore } from '../org/org-store.ts';
import type { Organisation } from '../org/organisation.ts';
import type { Draw, DrawContext } from '../outbox/draw.ts';
import { openButton } from '../records/card/draw-buttons.ts';
import { type CardOptions, drawCard } from '../records/card/draw-card.ts';
import { hiddenCard } from '../records/card/draw-hidden.ts';
import { siteOf } from '../records/decide/due.ts';
import type { Records } from '../records/records.ts';
import type { Registry } from '../records/registry.ts';
import { readLocalized, sayStored } from '../records/say.ts';
import { mayRead } from '../records/shape/access.ts';
import { drawNotice } from './draw-notice.ts';

interface DrawingParts {
  readonly organisation: OrgStore;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly finders: Pick<Tools, 'search' | 'exports' | 'facts'>;
  readonly records: Pick<Records, 'load'>;
  readonly files: Pick<FileStore, 'open'>;
}

/** How the outbox draws: records by their declaration, in the language and for the reader of each place. */
export function createDraw({ organisation, registry, clock, finders, records, files }: DrawingParts): Draw {
  return {
    async record(record, context) {
      const { platform, workspace, locale, personId } = context;
      const view = { org: await organisation.load(), now: clock.now(), locale, platform, workspace, viewer: personId };
      return drawCard(registry.get(record.type), record, view, drawingOf(context));
    },
    async tell(record, { lead, locale, personId = null }) {
      const org = await organisation.load();
      if (!mayRead(record, personId, org, clock.now())) return hiddenCard(locale);
      const zone = zoneOf(org, siteOf(record, org));
      const text = lead ? sayStored(lead, { locale, org, zone }) : '';
      const title = `${record.number} · ${registry.get(record.type).title(record.data)}`;
      return {
        title,
        tone: 'neutral',
        summary: text,
        blocks: [
          { kind: 'text', text: words(text) },
          { kind: 'buttons', buttons: [openButton(record.number, translate(locale, 'record.open'))] },
        ],
      };
    },
    async notice({ content, locale }) {
      return drawNotice(content, locale);
    },
    async file({ content, key, locale, personId = '' }) {
      const org = await organisation.load();
      const person = org.person(personId);
      if (!person) throw new AppError('file.noPerson', { effect: key });
      const reader = { person, org, now: clock.now(), locale, registry, records, files, ...finders };
      return makeOutFile(content, key, reader);
    },
  };
}

const zoneOf = (org: Organisation, site: string) => org.calendarOf(site).zone;

function drawingOf({ retired, personId, lead }: DrawContext): CardOptions {
  const said = lead && readLocalized(lead);
  return {
    as: retired ? 'retired' : personId === null ? 'channel' : 'personal',
    ...(said && { lead: said }),
  };
}
