import type { SecretPlace } from '@teei/runtime/sealed-secret';

export function providerSecretPlace(companyId: string, id: string): SecretPlace {
  return { companyId, table: 'programs.provider_connection', id };
}
