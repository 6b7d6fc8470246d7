/** The domain subgraphs, in the order in which they start. Each owns a Postgres schema and a database role of its name. */
export const subgraphNames = ['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

export function isSubgraphName(name: string): name is SubgraphName {
  return (subgraphNames as readonly string[]).includes(name);
}
