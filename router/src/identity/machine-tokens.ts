import { BoundedMap } from '@teei/runtime/bounded-map';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';

export interface MachineToken {
  readonly sessionId: string;
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface MachineTokens {
  /** Undefined when the token is not one of ours, or is past its time. */
  read(token: string): Promise<MachineToken | undefined>;
}

/** Checks JSON Web Tokens here, against the platform's own public keys; each token's signature once. */
export function createMachineTokens(issuer: string, publicKeys: () => Promise<JSONWebKeySet>): MachineTokens {
  const checked = new BoundedMap<MachineToken>(5_000);
  let keys: Promise<JWTVerifyGetKey> | undefined;
  let keysFrom = 0;
  const load = (): Promise<JWTVerifyGetKey> => {
    keysFrom = Date.now();
    keys = publicKeys().then((set) => createLocalJWKSet(set));
    keys.catch(() => {
      keys = undefined;
    });
    return keys;
  };
  const verify = async (token: string, get: JWTVerifyGetKey): Promise<MachineToken> => {
    const { payload } = await jwtVerify(token, get, {
      algorithms: ['EdDSA'],
      issuer,
      audience: issuer,
      requiredClaims: ['exp', 'iat', 'sub', 'sid'],
      clockTolerance: 5,
    });
    const { sid, sub, exp } = claims.parse(payload);
    return { sessionId: sid, userId: sub, expiresAt: exp * 1000 };
  };
  const readAnew = async (token: string): Promise<MachineToken | undefined> => {
    try {
      return await verify(token, await (keys ?? load()));
    } catch (error) {
      // Another process may have made a new key; forged key ids must not make us ask all the time.
      const mayBeNew = error instanceof errors.JWKSNoMatchingKey && Date.now() - keysFrom > keyReloadInterval;
      if (mayBeNew) return verify(token, await load()).catch(undefinedForJose);
      return undefinedForJose(error);
    }
  };
  return {
    read: async (token) => {
      const known = checked.get(token) ?? (await readAnew(token));
      if (!known || known.expiresAt <= Date.now()) {
        checked.delete(token);
        return undefined;
      }
      checked.set(token, known);
      return known;
    },
  };
}

const keyReloadInterval = 5_000;
const claims = z.object({ sid: z.string(), sub: z.string(), exp: z.number() });

/** A token that cannot be right is an answer; a database that cannot be asked is not. */
function undefinedForJose(error: unknown): undefined {
  if (error instanceof errors.JOSEError || error instanceof z.ZodError) return undefined;
  throw error;
}
