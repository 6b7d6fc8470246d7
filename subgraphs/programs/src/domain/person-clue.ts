/** What another system knows a participant by. */
export type PersonClue =
  | { readonly kind: 'EMAIL'; readonly value: string }
  /** SHA-256 of the address and a salt, in hexadecimal. */
  | { readonly kind: 'EMAIL_SHA256'; readonly value: string; readonly salt: string }
  /** SHA-1 of `mailto:` and the address, in hexadecimal (xAPI's mbox_sha1sum). */
  | { readonly kind: 'MAILTO_SHA1'; readonly value: string }
  /** An id in one of these systems; in any, when none is named. */
  | { readonly kind: 'IDENTITY'; readonly value: string; readonly systems: readonly string[] };

/** Where participants are found by what others know them by: the profile subgraph, behind a port. */
export interface ParticipantFinder {
  /** For each person the participant who is meant; null for nobody, or when several could be. Makes nobody. */
  find(companyId: string, people: readonly (readonly PersonClue[])[]): Promise<readonly (string | null)[]>;
}
