import type { TrendLineQuery } from '../generated/graphql.ts';

export type TrendPoint = NonNullable<TrendLineQuery['trend']>['points'][number];

export interface NamedProgramme {
  readonly id: string;
  readonly name: string;
}
