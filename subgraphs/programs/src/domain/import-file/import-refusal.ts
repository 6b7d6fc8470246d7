/** Why a whole file cannot be imported, with what the person who uploaded it can do. */
export interface ImportRefusal {
  readonly code: ImportRefusalCode;
  readonly message: string;
  readonly remedy: string;
}

export type ImportRefusalCode =
  | 'IMPORT_EMPTY_FILE'
  | 'IMPORT_BINARY_FILE'
  | 'IMPORT_SPREADSHEET_FILE'
  | 'IMPORT_BAD_HEADER'
  | 'IMPORT_TOO_MANY_COLUMNS';

export function importRefusal(code: ImportRefusalCode): ImportRefusal {
  return { code, ...TEXTS[code] };
}

const TEXTS = {
  IMPORT_EMPTY_FILE: {
    message: 'The file has no rows.',
    remedy: 'Export the sessions again and check that the export holds a header line and at least one session.',
  },
  IMPORT_BINARY_FILE: {
    message: 'The file is not a text file.',
    remedy: 'Export the sessions as CSV (UTF-8) and upload that file.',
  },
  IMPORT_SPREADSHEET_FILE: {
    message: 'The file is a spreadsheet, PDF or archive, not CSV.',
    remedy: 'Open it, choose Save as > CSV UTF-8 (comma delimited) and upload the CSV file.',
  },
  IMPORT_BAD_HEADER: {
    message: 'The first line of the file cannot be read as column names.',
    remedy: 'Make the first line hold the column names, with every quotation mark closed, and upload the file again.',
  },
  IMPORT_TOO_MANY_COLUMNS: {
    message: 'The file has more than 200 columns.',
    remedy: 'Upload the session export itself, without added columns.',
  },
} satisfies Record<ImportRefusalCode, Omit<ImportRefusal, 'code'>>;
