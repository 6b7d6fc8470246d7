import type { LearningProvider } from '../generated/graphql.ts';

/** Services with a public contract have their paths in it and a way to tokens; of the others the path is agreed. */
export function takesToken(provider: LearningProvider): boolean {
  return provider === 'XAPI' || provider === 'ONEROSTER';
}
