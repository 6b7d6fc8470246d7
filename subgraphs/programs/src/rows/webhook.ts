export interface WebhookEndpointRow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly signature: 'STANDARD' | 'PLAIN';
  readonly senderCompanyId: string | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

export interface WebhookSecretRow {
  readonly id: string;
  readonly endpointId: string;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export type WebhookDeliveryStatus = 'RECEIVED' | 'RETRYING' | 'PROCESSED' | 'UNRECOGNISED' | 'DEAD';

export interface WebhookAttempt {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly code: string;
  readonly reason: string;
}

export interface WebhookDeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly source: string;
  readonly deliveryId: string;
  readonly eventId: string | null;
  readonly eventType: string;
  readonly eventVersion: number;
  readonly occurredAt: Date;
  readonly status: WebhookDeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly outcome: 'APPLIED' | 'SUPERSEDED' | 'NOTED' | 'TEST' | null;
  readonly errorCode: string | null;
  readonly error: string | null;
  readonly receivedAt: Date;
  readonly handledAt: Date | null;
}

/** What of a delivery is long, read only when it is asked for. */
export interface WebhookContentRow {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null when it has been cleared. */
  readonly body: string | null;
  readonly bodySha256: string | null;
  readonly history: readonly WebhookAttempt[];
}

export interface WebhookActivityRow {
  readonly cursor: string;
  readonly deliveryIds: readonly string[];
  readonly count: number;
}
