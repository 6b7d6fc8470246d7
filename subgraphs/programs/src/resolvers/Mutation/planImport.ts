import { isId, newId } from '@teei/runtime/id';
import { type Refused, refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProgramsContext } from '../../context.ts';
import { detectDialect, HEAD_BYTES } from '../../domain/import-file/detect-dialect.ts';
import { type GivenMapping, matchColumns } from '../../domain/import-file/match-columns.ts';
import { readRows } from '../../domain/import-file/read-rows.ts';
import { SESSION_FIELDS, type SessionField } from '../../domain/import-file/session-field.ts';
import { importRequested } from '../../events/index.ts';
import type { ColumnMatchInput, MutationResolvers } from '../../generated/resolvers.ts';
import { readHead, uploadPath } from '../../jobs/upload-file.ts';
import type { ImportRow } from '../../rows.ts';
import { ImportStore } from '../../store/import-store.ts';
import { UploadStore } from '../../store/upload-store.ts';
import { uploadRemoved } from '../import-step.ts';

const previewRows = 5;

export const planImport: MutationResolvers['planImport'] = async (_, { input }, context) => {
  const tx = await context.tx();
  const upload = isId(input.uploadId) ? await new UploadStore(tx).byId(input.uploadId) : undefined;
  if (!upload) return refused('UPLOAD_NOT_FOUND', 'There is no such upload.', 'Upload the file again.');
  if (upload.removed) return uploadRemoved();
  const form = await formOf(context, tx.companyId, upload.id, input.columns ?? []);
  if ('code' in form) return form;
  const imports = new ImportStore(tx);
  const planned = { id: newId(), uploadId: upload.id, createdBy: actorOf(context.viewer), ...form };
  const id = (await imports.replan(planned)) ?? planned.id;
  if (id === planned.id) await imports.insert(planned);
  await context.outbox.append(tx, importRequested, [{ subject: id, data: { importId: id, work: 'plan' } }]);
  const made = await imports.byId(id);
  if (!made) throw new Error('an import that was just made is gone');
  return { __typename: 'ImportChanged', import: made };
};

type Form = Pick<ImportRow, 'dialect' | 'columns' | 'missingFields' | 'preview'>;

async function formOf(
  { dataFolder }: ProgramsContext,
  companyId: string,
  uploadId: string,
  given: readonly ColumnMatchInput[],
): Promise<Form | Refused> {
  const head = await readHead(uploadPath(dataFolder, companyId, uploadId), HEAD_BYTES);
  const detected = detectDialect(head);
  if (!detected.ok) return refused(detected.refusal.code, detected.refusal.message, detected.refusal.remedy);
  const { dialect } = detected;
  const mapping = givenMapping(given, dialect.columns);
  if ('code' in mapping) return mapping as Refused;
  const matched = matchColumns(dialect.columns, mapping as GivenMapping);
  const fieldOf = new Map(Object.entries(matched.mapping).map(([field, column]) => [column, field]));
  const preview: string[][] = [];
  for await (const rows of readRows([head], dialect, { maxRows: previewRows })) {
    preview.push(...rows.slice(0, previewRows).map((row) => [...row.raw]));
  }
  return {
    dialect,
    columns: dialect.columns.map((column) => ({ column, field: fieldOf.get(column) ?? null })),
    missingFields: matched.missing,
    preview,
  };
}

function givenMapping(given: readonly ColumnMatchInput[], columns: readonly string[]): GivenMapping | Refused {
  const mapping: Partial<Record<SessionField, string | null>> = {};
  if (given.length > 0) for (const field of SESSION_FIELDS) mapping[field] = null;
  for (const { column, field } of given) {
    if (!field) continue;
    if (!columns.includes(column)) {
      return refused(
        'IMPORT_UNKNOWN_COLUMN',
        `The file has no column "${column}".`,
        'Match columns that the file has.',
      );
    }
    if (!isSessionField(field)) {
      return refused(
        'IMPORT_UNKNOWN_FIELD',
        `There is no field "${field}".`,
        `Match one of ${SESSION_FIELDS.join(', ')}.`,
      );
    }
    mapping[field] = column;
  }
  return mapping;
}

function isSessionField(field: string): field is SessionField {
  return (SESSION_FIELDS as readonly string[]).includes(field);
}
