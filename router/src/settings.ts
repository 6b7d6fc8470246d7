import { z } from 'zod';

/** What an operator can decide about the router. `routerSettings({})` is the development default. */
export function routerSettings(given: RouterSettingsInput = {}): RouterSettings {
  return settingsSchema.parse(given);
}

export type RouterSettings = z.infer<typeof settingsSchema>;
export type RouterSettingsInput = z.input<typeof settingsSchema>;

const bucket = z.object({
  /** Requests that may come at once. */
  burst: z.number().int().positive(),
  /** Requests per second in the long run. */
  perSecond: z.number().positive(),
});

const limitsSchema = z.object({
  bodyBytes: z
    .number()
    .int()
    .positive()
    .default(1024 * 1024),
  tokens: z.number().int().positive().default(4000),
  depth: z.number().int().positive().default(16),
  /** Fields of the operation with all fragments written out. */
  fields: z.number().int().positive().default(1500),
  rootFields: z.number().int().positive().default(20),
  aliases: z.number().int().positive().default(30),
  directives: z.number().int().positive().default(50),
  directivesPerField: z.number().int().positive().default(4),
  /** In the units of the IBM cost specification: an object is 1, a list multiplies. */
  cost: z.number().positive().default(20_000),
  /** Elements that a list without `@listSize` is taken to have. */
  assumedListSize: z.number().int().positive().default(10),
});

const settingsSchema = z
  .object({
    /** Hides what helps only developers: introspection, suggestions, public metrics. */
    production: z.boolean().default(false),
    /** 'off' answers every field for everybody: for trying out a supergraph, never with people's data. */
    authorization: z.enum(['enforced', 'off']).default('enforced'),
    introspection: z.boolean().optional(),
    /** Unexpected errors reach clients as "Unexpected error" with a correlation id; the log has the rest. */
    maskErrors: z.boolean().default(true),
    limits: limitsSchema.prefault({}),
    /** `false` turns a limit off. */
    rateLimit: z
      .object({
        perViewer: z.union([z.literal(false), bucket]).default({ burst: 400, perSecond: 100 }),
        perAddress: z.union([z.literal(false), bucket]).default({ burst: 2000, perSecond: 500 }),
      })
      .prefault({}),
    /** Origins, beside the router's own, whose pages may call it with credentials. */
    origins: z.array(z.string()).default([]),
    /** Proxies whose X-Forwarded-For is believed: addresses or CIDR ranges. */
    trustedProxies: z.array(z.string()).default([]),
    /** Milliseconds for one operation from its first byte to its answer. */
    operationTimeout: z.number().positive().default(30_000),
    caches: z
      .object({
        documents: z.number().int().positive().default(2000),
        plans: z.number().int().positive().default(2000),
      })
      .prefault({}),
    subscriptions: z
      .object({
        perSocket: z.number().int().positive().default(100),
        /** Bytes that may wait for one slow client before its sources are no longer read. */
        bufferedBytes: z
          .number()
          .int()
          .positive()
          .default(256 * 1024),
        /** Milliseconds between pings; a socket that does not answer by the next one is cut. */
        pingInterval: z.number().positive().default(12_000),
        /** Milliseconds between two looks at the rights of everybody who is connected. */
        recheckInterval: z.number().positive().default(500),
      })
      .prefault({}),
    /** With a token, /metrics is for whoever sends it as x-metrics-token; without one, in production, for this machine only. */
    metricsToken: z.string().min(16).optional(),
  })
  .transform((settings) => ({ ...settings, introspection: settings.introspection ?? !settings.production }));
