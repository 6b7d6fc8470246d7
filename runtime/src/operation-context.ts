import type { Database } from './database.ts';
import type { LiveTail } from './live-tail.ts';
import type { Outbox } from './outbox.ts';
import { PlatformError } from './platform-error.ts';
import type { OperationPassport } from './subgraph.ts';
import { beginTenantTransaction, type OpenTenantTransaction, type TenantTransaction } from './tenant-transaction.ts';
import type { TenantViewer, Viewer } from './viewer.ts';

/** What every resolver has at hand, for one operation (for subscriptions: for one event). */
export interface OperationContext {
  readonly viewer: Viewer;
  /** The viewer, when there is one; refuses otherwise. */
  readonly tenant: TenantViewer;
  /** The operation's one transaction; opened at first use. */
  tx(): Promise<TenantTransaction>;
  readonly outbox: Outbox;
  readonly live: LiveTail;
  readonly passport: OperationPassport;
}

export interface OpenOperation {
  readonly context: OperationContext;
  /** Ends the transaction, if one was opened. */
  end(outcome: 'commit' | 'rollback'): Promise<void>;
}

export function openOperation(
  parts: { readonly database: Database; readonly outbox: Outbox; readonly live: LiveTail },
  passport: OperationPassport,
): OpenOperation {
  let opened: Promise<OpenTenantTransaction> | undefined;
  const context: OperationContext = {
    viewer: passport.viewer,
    get tenant() {
      return requireTenant(passport.viewer);
    },
    tx: async () => {
      opened ??= beginTenantTransaction(parts.database, requireTenant(passport.viewer));
      return opened;
    },
    outbox: parts.outbox,
    live: parts.live,
    passport,
  };
  return {
    context,
    end: async (outcome) => {
      const tx = await opened?.catch(() => undefined);
      await (outcome === 'commit' ? tx?.commit() : tx?.rollback());
    },
  };
}

function requireTenant(viewer: Viewer): TenantViewer {
  if (viewer.kind !== 'anonymous') return viewer;
  throw new PlatformError('UNAUTHENTICATED', 'This needs a signed-in viewer.', 'Sign in, or send an API key.');
}
