import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { Company } from './Company.ts';
import { Connection } from './Connection.ts';
import { Delivery } from './Delivery.ts';
import { connection } from './Query/connection.ts';
import { connections } from './Query/connections.ts';
import { deliveries } from './Query/deliveries.ts';
import { delivery } from './Query/delivery.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Query: { connections, connection, deliveries, delivery },
  Company,
  Connection,
  Delivery,
};
