import { isId, newId } from '@teei/runtime/id';
import { type Refused, refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProgramsContext } from '../../context.ts';
import type { ColumnForm } from '../../domain/import-file/column-form.ts';
import { detectDialect, HEAD_BYTES } from '../../domain/import-file/detect-dialect.ts';
import type { Dialect } from '../../domain/import-file/dialect.ts';
import { type GivenFields, matchFields } from '../../domain/import-file/match-fields.ts';
import { readRows } from '../../domain/import-file/read-rows.ts';
import { detectKind } from '../../domain/records/detect-kind.ts';
import { formOf as recordForm } from '../../domain/records/record-definitions.ts';
import { importRequested } from '../../events/index.ts';
import type { ColumnMatchInput, MutationResolvers, PlanImportInput } from '../../generated/resolvers.ts';
import { readHead, uploadPath } from '../../jobs/upload-file.ts';
import type { ImportRow } from '../../rows/import.ts';
import { ImportStore } from '../../store/import-store.ts';
import { UploadStore } from '../../store/upload-store.ts';
import { uploadRemoved } from '../import-step.ts';

const previewRows = 5;

export const planImport: MutationResolvers['planImport'] = async (_, { input }, context) => {
  const tx = await context.tx();
  const upload = isId(input.uploadId) ? await new UploadStore(tx).byId(input.uploadId) : undefined;
  if (!upload) return refused('UPLOAD_NOT_FOUND', 'There is no such upload.', 'Upload the file again.');
  if (upload.removed) return uploadRemoved();
  const imports = new ImportStore(tx);
  const form = await formOf(context, imports, tx.companyId, input);
  if ('code' in form) return form;
  const planned = { id: newId(), uploadId: upload.id, createdBy: actorOf(context.viewer), ...form };
  const id = (await imports.replan(planned)) ?? planned.id;
  if (id === planned.id) await imports.insert(planned);
  await context.outbox.append(tx, importRequested, [{ subject: id, data: { importId: id, work: 'plan' } }]);
  const made = await imports.byId(id);
  if (!made) throw new Error('an import that was just made is gone');
  return { __typename: 'ImportChanged', import: made };
};

type Form = Pick<ImportRow, 'kind' | 'dialect' | 'columns' | 'missingFields' | 'preview'>;

async function formOf(
  { dataFolder }: ProgramsContext,
  imports: ImportStore,
  companyId: string,
  { uploadId, kind, columns }: PlanImportInput,
): Promise<Form | Refused> {
  const head = await readHead(uploadPath(dataFolder, companyId, uploadId), HEAD_BYTES);
  const detected = detectDialect(head);
  if (!detected.ok) return refused(detected.refusal.code, detected.refusal.message, detected.refusal.remedy);
  const { dialect } = detected;
  const remembered = columns?.length ? undefined : await imports.lastReadAs(dialect.columns, kind ?? null);
  const read = kind ?? remembered?.kind ?? detectKind(dialect.columns);
  const mapping = givenMapping(recordForm(read), columns ?? remembered?.columns ?? [], dialect.columns);
  if (isRefused(mapping)) return mapping;
  const matched = matchFields(recordForm(read), dialect.columns, mapping);
  const fieldOf = new Map(Object.entries(matched.mapping).map(([field, column]) => [column, field]));
  return {
    kind: read,
    dialect,
    columns: dialect.columns.map((column) => ({ column, field: fieldOf.get(column) ?? null })),
    missingFields: matched.missing,
    preview: await previewOf(head, dialect),
  };
}

async function previewOf(head: Buffer, dialect: Dialect): Promise<string[][]> {
  const preview: string[][] = [];
  for await (const rows of readRows([head], dialect, { maxRows: previewRows })) {
    preview.push(...rows.slice(0, previewRows).map((row) => [...row.raw]));
  }
  return preview;
}

function givenMapping(
  { fields }: ColumnForm,
  given: readonly ColumnMatchInput[],
  columns: readonly string[],
): GivenFields<string> | Refused {
  const mapping: Record<string, string | null> = {};
  if (given.length > 0) for (const field of fields) mapping[field] = null;
  for (const { column, field } of given) {
    if (!field) continue;
    if (!columns.includes(column)) {
      return refused(
        'IMPORT_UNKNOWN_COLUMN',
        `The file has no column "${column}".`,
        'Match columns that the file has.',
      );
    }
    if (!fields.includes(field)) {
      return refused('IMPORT_UNKNOWN_FIELD', `There is no field "${field}".`, `Match one of ${fields.join(', ')}.`);
    }
    mapping[field] = column;
  }
  return mapping;
}

function isRefused(answer: GivenFields<string> | Refused): answer is Refused {
  return '__typename' in answer;
}
