import type { TFunction } from 'i18next';
import { type SessionField, sessionFields } from './column-choice.ts';

/** A field in the reader's language; one that this cockpit does not know yet under its own name. */
export function fieldWords(t: TFunction, field: string): string {
  const known = sessionFields.find((candidate): candidate is SessionField => candidate === field);
  return known === undefined ? field : t(`field.${known}`);
}
