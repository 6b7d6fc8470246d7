import { type Refused, refused } from '@teei/runtime/refusal';

export function apiKeyNotFound(): Refused {
  return refused('API_KEY_NOT_FOUND', 'There is no such key.', 'Look it up in the list of keys.');
}
