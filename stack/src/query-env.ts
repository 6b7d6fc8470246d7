import { z } from 'zod';

/** Units of cost that each company may spend a day (UTC) on operations that its members write, as in GraphiQL. */
export const queryEnv = {
  QUERY_UNITS_PER_DAY: z
    .union([z.literal('off'), z.coerce.number().int().positive()], { error: 'must be a whole number of units, or off' })
    .default(10_000),
};
