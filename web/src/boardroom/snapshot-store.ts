const database = 'teei-boardroom';
const table = 'snapshots';

/** A table of the browser's IndexedDB, one row for each owner. A connection is held no longer than one call. */
export function openSnapshots() {
  return {
    read: (owner: string): Promise<unknown> => once('readonly', (rows) => rows.get(owner)),
    write: (owner: string, row: unknown): Promise<unknown> => once('readwrite', (rows) => rows.put(row, owner)),
  };
}

/** Removes every snapshot of this browser. */
export function forgetSnapshots(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(database);
    for (const outcome of ['success', 'error', 'blocked']) request.addEventListener(outcome, () => resolve());
  });
}

async function once<Row>(mode: IDBTransactionMode, ask: (rows: IDBObjectStore) => IDBRequest<Row>): Promise<Row> {
  const connection = await answered(opening());
  try {
    return await answered(ask(connection.transaction(table, mode).objectStore(table)));
  } finally {
    connection.close();
  }
}

function opening(): IDBOpenDBRequest {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(table);
  return request;
}

function answered<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
