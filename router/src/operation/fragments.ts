import type { FragmentDefinitionNode } from 'graphql';

/** An operation's fragments by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
