import { randomUUID } from 'node:crypto';
import { anonymous, type Viewer } from '@teei/runtime/viewer';
import { type DocumentNode, Kind } from 'graphql';
import { admit } from '../answer.ts';
import type { AdmittedOperation, Asker } from '../asker.ts';
import type { RequestFacts } from '../authenticate.ts';
import type { Answer } from '../execute/answer.ts';
import { executeToObjects } from '../execute/execute-operation.ts';
import type { EndpointParts } from '../http/graphql-endpoint.ts';
import type { OperationRequest } from '../operation/operation-request.ts';
import { countedCall } from '../persisted/counted-call.ts';
import { permitOwnOperation } from '../persisted/own-operations.ts';
import { textFor } from '../persisted/text-for.ts';
import { Refusal } from '../refusal.ts';
import { spendOn } from '../spending/spend-on.ts';
import { viewerKey } from '../viewer-key.ts';
import { type Readmitted, startLive } from './live-operation.ts';

/** One socket: who is at its other end, and what is running on it. */
export class Connection {
  readonly correlationId = randomUUID();
  readonly #parts: EndpointParts;
  readonly #facts: RequestFacts;
  readonly #close: (code: number, reason: string) => void;
  readonly #live = new Map<string, { readonly admitted: AdmittedOperation; readonly asker: Asker }>();
  #viewer: Viewer = anonymous;

  constructor(parts: EndpointParts, facts: RequestFacts, close: (code: number, reason: string) => void) {
    this.#parts = parts;
    this.#facts = facts;
    this.#close = close;
  }

  /** False: the socket is closed with 4403. */
  async authenticate(connectionParams: Readonly<Record<string, unknown>>): Promise<boolean> {
    try {
      await this.#parts.rateLimits.admitAddress(this.#facts.ip);
      this.#viewer = await this.#parts.authenticate.socket(connectionParams, this.#facts);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** Checks an operation; `run` starts it. Throws `Refusal`. */
  async admit(id: string, request: OperationRequest): Promise<StartableOperation> {
    await this.#parts.rateLimits.admitViewer(this.#viewer);
    const asker = this.#askerNow();
    return countedCall(request, asker.viewer, this.#parts, () => this.#startable(id, request, asker));
  }

  async #startable(id: string, request: OperationRequest, asker: Asker): Promise<StartableOperation> {
    const admitted = admit(await textFor(request, asker.viewer, this.#parts), request, asker, this.#parts);
    await permitOwnOperation(request, asker, this.#parts);
    await spendOn(request, admitted, asker, this.#parts);
    const { definition, kind, fragments } = admitted.permitted.prepared;
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] };
    if (kind === 'subscription') return { document, run: () => this.#runLive(id, admitted, asker) };
    return { document, run: () => this.#runOnce(admitted, asker) };
  }

  /** Looks whether the viewer may still do what runs here, and closes the socket when not. `looks`: one for each credential, since two sessions of one person end apart. */
  async recheck(looks: Map<Viewer, ReturnType<Connection['lookAgain']>>): Promise<void> {
    if (this.#viewer.kind === 'anonymous' || this.#live.size === 0) return;
    const look = looks.get(this.#viewer) ?? this.lookAgain();
    looks.set(this.#viewer, look);
    this.#adopt(await look);
  }

  /** A look that fails says nothing: the right stays until the next one. */
  async lookAgain(): Promise<Viewer | null> {
    if (this.#viewer.kind === 'anonymous') return this.#viewer;
    try {
      return await this.#parts.authenticate.recheck(this.#viewer);
    } catch (error) {
      this.#parts.onUnexpected(error, 'router', this.correlationId);
      return this.#viewer;
    }
  }

  async #runOnce(admitted: AdmittedOperation, asker: Asker): Promise<Answer> {
    const answer = await executeToObjects(admitted, asker, this.#parts);
    if (admitted.permitted.prepared.kind === 'mutation') asker.graph.inFlight.forget();
    return answer;
  }

  async #runLive(id: string, admitted: AdmittedOperation, asker: Asker): Promise<AsyncGenerator<Answer>> {
    this.#live.set(id, { admitted, asker });
    this.#parts.metrics.subscriptions(1);
    const onEnd = (): void => {
      if (this.#live.delete(id)) this.#parts.metrics.subscriptions(-1);
    };
    try {
      return await startLive(admitted, asker, this.#parts, { readmit: () => this.#readmit(admitted, asker), onEnd });
    } catch (error) {
      onEnd();
      throw error;
    }
  }

  async #readmit(admitted: AdmittedOperation, asker: Asker): Promise<Readmitted | null> {
    if (!this.#adopt(await this.lookAgain())) return null;
    const permitted = asker.graph.planned.for(admitted.permitted.prepared, this.#viewer);
    return { operation: { ...admitted, permitted }, asker: { ...asker, viewer: this.#viewer } };
  }

  /** False: the viewer has lost what a subscription here needs, and the socket is being closed. */
  #adopt(viewer: Viewer | null): boolean {
    if (viewer && viewerKey(viewer) === viewerKey(this.#viewer)) return true;
    if (viewer) this.#viewer = viewer;
    if (viewer && [...this.#live.values()].every(({ admitted, asker }) => isStillAllowed(admitted, asker, viewer)))
      return true;
    this.#close(4403, 'Access was revoked');
    return false;
  }

  #askerNow(): Asker {
    const { traceparent } = this.#facts.headers;
    return {
      graph: this.#parts.currentGraph(),
      viewer: this.#viewer,
      correlationId: randomUUID(),
      traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    };
  }
}

export interface StartableOperation {
  readonly document: DocumentNode;
  run(): Promise<Answer | AsyncGenerator<Answer>>;
}

function isStillAllowed({ permitted }: AdmittedOperation, { graph }: Asker, viewer: Viewer): boolean {
  return !graph.planned.for(permitted.prepared, viewer).refusesRootField;
}
