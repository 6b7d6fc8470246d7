import { columnForm } from './column-form.ts';
import { COLUMN_SYNONYMS } from './column-synonyms.ts';
import { type GivenFields, type MatchedFields, matchFields } from './match-fields.ts';
import { REQUIRED_FIELDS, type SessionField } from './session-field.ts';

export const sessionForm = columnForm<SessionField>(COLUMN_SYNONYMS, REQUIRED_FIELDS);

/** Finds the columns of a session export. */
export function matchColumns(
  columns: readonly string[],
  given: GivenFields<SessionField> = {},
): MatchedFields<SessionField> {
  return matchFields(sessionForm, columns, given);
}
