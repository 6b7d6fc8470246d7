/** Signs sessions where nobody else comes: a laptop. Production refuses it. */
export const developmentSecret = 'teei-development-secret-never-for-production';

/** The secret that signs session cookies and encrypts signing keys. Throws when it protects nothing. */
export function requireSecret(secret: string, production: boolean): string {
  if (secret.length < minimumLength) {
    throw new Error(
      `The identity secret must have at least ${minimumLength} characters, such as those of "openssl rand -base64 32".`,
    );
  }
  if (production && isGuessable(secret)) {
    throw new Error(
      'Production refuses a default or guessable identity secret. Make one with "openssl rand -base64 32".',
    );
  }
  return secret;
}

const minimumLength = 32;
/** Words that example configurations put where a secret belongs. */
const placeholders = /development|default|change.?me|example|placeholder|better-auth-secret|your.?secret|test.?secret/i;
/** 32 random hexadecimal digits have 14 different ones on average, and fewer than 8 about once in a million. */
const fewestDifferent = 8;

function isGuessable(secret: string): boolean {
  return secret === developmentSecret || placeholders.test(secret) || new Set(secret).size < fewestDifferent;
}
