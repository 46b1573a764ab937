import { z } from 'zod';
import { fileEvidence, refuseFiles, withFile, withFiles } from '../decide/evidence.ts';
import { moveWith } from '../declaration/declare-move.ts';
import { fileField, filesAnswer } from '../declaration/fields.ts';
import { fileRefusals } from '../shape/common.ts';
import type { RecordOf } from '../shape/record.ts';
import { reader } from './common-roles.ts';

const given = z.object({ files: filesAnswer.refine((files) => files.length > 0, { error: 'form.required' }) });

/** Supporting files, added by any reader of the record. They are fetched afterwards. */
export const addFiles = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof given>>({
    from,
    by: [reader],
    secondary: true,
    asks: {
      schema: given,
      fields: (_record, { locale, org }) => [
        fileField(locale, { name: 'files', label: 'file.field.files', required: true }, org),
      ],
    },
    check: (record, { files }) => refuseFiles(record, files),
    applyCommon: ({ common }, { files }, who) => withFiles(common, files, who),
  });

const evidence = z.string().max(60);
const stored = z.object({ evidence, fileId: z.string(), sha256: z.string(), size: z.number(), type: z.string() });

const notFetching = (record: RecordOf<unknown>, id: string) =>
  fileEvidence(record, id)?.state === 'fetching' ? null : ({ key: 'file.refusal.settled' } as const);

/** A file was fetched and stored. */
export const fileStored = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof stored>>({
    from,
    by: [],
    draft: true,
    input: stored,
    check: (record, { evidence: id }) => notFetching(record, id),
    applyCommon: ({ common }, { evidence: id, ...facts }) => withFile(common, id, { state: 'stored', stored: facts }),
  });

const refused = z.object({ evidence, reason: z.enum(fileRefusals) });

/** A file was rejected or never arrived: the person who added it is told why, and what to do. */
export const fileRefused = <Data>(from: readonly string[]) =>
  moveWith<Data, z.output<typeof refused>>({
    from,
    by: [],
    draft: true,
    input: refused,
    check: (record, { evidence: id }) => notFetching(record, id),
    applyCommon: ({ common }, { evidence: id, reason }) => withFile(common, id, { state: 'refused', refusal: reason }),
    news(record, { evidence: id, reason }, { org }) {
      const file = fileEvidence(record, id);
      if (!file) return [];
      const { megabytes } = org.settings.files;
      return [
        {
          to: [file.addedBy],
          key: `file.refused.${reason}`,
          params: { number: record.number, name: file.name, megabytes },
        },
      ];
    },
  });
