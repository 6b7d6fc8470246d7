import type { KintellSample } from '@teei/programs/sample';
import type { Caller } from './caller.ts';
import { until } from './until.ts';

export interface ImportAccount {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export interface ImportState {
  readonly id: string;
  readonly status: string;
  readonly plan: ImportAccount | null;
  readonly account: ImportAccount;
  readonly progress: number;
  readonly errorFileUrl: string | null;
}

export const importFields = `id status progress errorFileUrl
  plan { read created updated unchanged rejected } account { read created updated unchanged rejected }`;

/** Uploads a file and answers the upload's id. */
export async function uploadFile(caller: Caller, text: string): Promise<string> {
  const response = await caller.upload(text, { 'x-file-name': 'sessions.csv' });
  const answer = (await response.json()) as { uploadId?: string };
  if (!answer.uploadId) throw new Error(`the upload was refused: ${JSON.stringify(answer)}`);
  return answer.uploadId;
}

/** Uploads a file, has it checked, and answers the import with its dry run done. */
export async function planFile(caller: Caller, text: string): Promise<ImportState> {
  const uploadId = await uploadFile(caller, text);
  const { id } = await changeImport(caller, 'planImport(input: { uploadId: $id })', uploadId);
  return until('dry run', async () => {
    const state = await importOf(caller, id);
    return state.plan !== null && state;
  });
}

export const startImport = (caller: Caller, id: string) => changeImport(caller, 'startImport(id: $id)', id);
export const cancelImport = (caller: Caller, id: string) => changeImport(caller, 'cancelImport(id: $id)', id);
export const undoImport = (caller: Caller, id: string) => changeImport(caller, 'undoImport(id: $id)', id);

async function changeImport(caller: Caller, field: string, id: string): Promise<ImportState> {
  const { changed } = await caller.get<{ changed: { import?: ImportState; code?: string } }>(
    `mutation ($id: ID!) { changed: ${field} { ... on ImportChanged { import { ${importFields} } } ... on Refused { code } } }`,
    { id },
  );
  if (!changed.import) throw new Error(`${field} was refused: ${changed.code}`);
  return changed.import;
}

export async function importOf(caller: Caller, id: string): Promise<ImportState> {
  const found = await caller.get<{ import: ImportState }>(`query ($id: ID!) { import(id: $id) { ${importFields} } }`, {
    id,
  });
  return found.import;
}

/** Waits until the import is in this state; throws at once when it has failed. */
export function importIn(caller: Caller, id: string, status: string, seconds = 120): Promise<ImportState> {
  return until(
    `import in the state ${status}`,
    async () => {
      const state = await importOf(caller, id);
      if (state.status === 'FAILED' && status !== 'FAILED')
        throw new Error(`the import failed at ${state.account.read}`);
      return state.status === status && state;
    },
    seconds,
  );
}

/** The whole way of a file: uploaded, checked, run to its end. */
export async function importFile(caller: Caller, text: string): Promise<ImportState> {
  const { id } = await planFile(caller, text);
  await startImport(caller, id);
  return importIn(caller, id, 'COMPLETED');
}

/** What an import of a generated file must come to on a company that has none of its sessions. */
export function expectedAccount(account: KintellSample['account']): ImportAccount {
  return {
    read: account.rows,
    created: account.distinctSessions,
    updated: account.corrections,
    unchanged: account.duplicates,
    rejected: account.missingParticipantEmail,
  };
}
