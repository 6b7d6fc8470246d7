/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly system: 'BENEVITY' | 'GOODERA' | 'WORKDAY';
  readonly endpoint: string;
  readonly enabled: boolean;
  readonly createdAt: Date;
}

export interface DeliveryRow {
  readonly id: string;
  readonly connectionId: string;
  readonly subject: string;
  readonly status: 'PENDING' | 'DELIVERED' | 'FAILED';
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}
