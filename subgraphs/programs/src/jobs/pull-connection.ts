import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { SealBroken } from '@teei/runtime/sealed-secret';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { ProviderPage } from '../connectors/adapter.ts';
import { adapters } from '../connectors/adapters.ts';
import type { CallsFor } from '../connectors/provider-calls.ts';
import { ProviderFailure, type ProviderFailureCode } from '../connectors/provider-failure.ts';
import { providerSecretPlace } from '../connectors/provider-secret-place.ts';
import type { ParticipantFinder } from '../domain/person-clue.ts';
import { pullPlanned } from '../events/index.ts';
import type { ProviderLinkRow } from '../rows/learning.ts';
import { ProviderLinkStore } from '../store/provider-link-store.ts';
import { ProviderRunStore } from '../store/provider-run-store.ts';
import { type MatchedRecords, matchRecords, storeLearningRecords } from './store-learning-records.ts';

export interface PullPorts {
  readonly people: ParticipantFinder;
  readonly callsFor: CallsFor;
}

export interface Pull {
  readonly companyId: string;
  readonly connectionId: string;
  readonly turn: number;
}

/**
 * Reads a provider to its end. Every page commits with its records, their events and the new cursor, so a pull that was killed
 * goes on behind the last page that was stored. A turn that was planned anew since finds that it is over.
 */
export async function pullConnection(parts: SubgraphParts, ports: PullPorts, pull: Pull): Promise<void> {
  const began = await inLink(parts, pull, async (tx, link) => ({
    link,
    runId: await new ProviderRunStore(tx).resumeOrStart(link.id),
  }));
  if (!began) return;
  const { runId } = began;
  try {
    const calls = openCalls(parts, ports, pull, began.link);
    const adapter = adapters[began.link.provider];
    let { link } = began;
    for (let more = true; more; ) {
      const page = await adapter.page(calls, link, link.cursor);
      const matched = await matchRecords(ports.people, pull.companyId, page.records, page.passedOver);
      const before = link.cursor;
      const stored = await inLink(parts, pull, (tx, current) =>
        current.cursor === before ? storePage(parts, tx, current, runId, page, matched) : undefined,
      );
      if (!stored) return;
      link = stored;
      more = page.more;
    }
    await inLink(parts, pull, (tx, current) => end(parts, tx, current, runId, null));
  } catch (error) {
    const code = failureOf(error);
    if (!code) throw error;
    parts.log.warn({ code, connectionId: pull.connectionId }, 'a pull ended early');
    await inLink(parts, pull, (tx, current) => end(parts, tx, current, runId, code));
  }
}

/** Works on the connection while it is locked; undefined when this turn is over. */
function inLink<T>(
  parts: SubgraphParts,
  { companyId, connectionId, turn }: Pull,
  work: (tx: TenantTransaction, link: ProviderLinkRow) => Promise<T> | undefined,
): Promise<T | undefined> {
  return inTenant(parts.database, serviceViewer('programs', companyId), async (tx) => {
    const link = await new ProviderLinkStore(tx).lock(connectionId);
    return link?.status === 'ACTIVE' && link.turn === turn ? work(tx, link) : undefined;
  });
}

function openCalls({ platform }: SubgraphParts, { callsFor }: PullPorts, { companyId }: Pull, link: ProviderLinkRow) {
  const secret = platform.sealer.open(link.secret, providerSecretPlace(companyId, link.id));
  return callsFor({ settings: link.settings, secret, scopes: adapters[link.provider].scopes });
}

async function storePage(
  { outbox }: SubgraphParts,
  tx: TenantTransaction,
  link: ProviderLinkRow,
  runId: string,
  page: ProviderPage,
  matched: MatchedRecords,
): Promise<ProviderLinkRow> {
  const account = await storeLearningRecords(tx, outbox, link.id, matched);
  await new ProviderLinkStore(tx).moveCursor(link.id, page.cursor);
  await new ProviderRunStore(tx).addPage(runId, account);
  return { ...link, cursor: page.cursor };
}

async function end(
  parts: SubgraphParts,
  tx: TenantTransaction,
  link: ProviderLinkRow,
  runId: string,
  code: ProviderFailureCode | null,
): Promise<void> {
  await new ProviderRunStore(tx).end(runId, code === null ? 'COMPLETED' : 'FAILED', code);
  const failures = code === null ? 0 : link.failures + 1;
  await planPull(parts, tx, link, nextPull(link.intervalMinutes, failures), failures);
}

/** After failures sooner than usual, at first: a minute, two, four, up to the usual interval. */
function nextPull(intervalMinutes: number, failures: number): Date {
  const minutes = failures === 0 ? intervalMinutes : Math.min(intervalMinutes, 2 ** Math.min(failures - 1, 20));
  return new Date(Date.now() + minutes * 60_000);
}

/** Plans the next pull and asks for it, in one transaction. */
export async function planPull(
  { outbox }: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  { id }: Pick<ProviderLinkRow, 'id'>,
  at: Date,
  failures = 0,
): Promise<void> {
  const turn = await new ProviderLinkStore(tx).plan(id, at, failures);
  const data = { connectionId: id, turn, at: at.toISOString() };
  await outbox.append(tx, pullPlanned, [{ subject: id, data }]);
}

function failureOf(error: unknown): ProviderFailureCode | undefined {
  if (error instanceof SealBroken) return 'PROVIDER_SECRET';
  return error instanceof ProviderFailure ? error.code : undefined;
}
