import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id, the library's default, at the cost of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
 * Computed off the main thread.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const password = {
  hash: (text: string): Promise<string> => hash(text.normalize('NFKC'), cost),
  verify: ({ hash: stored, password: text }: { readonly hash: string; readonly password: string }): Promise<boolean> =>
    verify(stored, text.normalize('NFKC')),
};
