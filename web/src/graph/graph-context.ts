import { createContext, use } from 'react';
import type { Graph } from './graph.ts';

export const GraphContext = createContext<Graph | null>(null);

export function useGraph(): Graph {
  const graph = use(GraphContext);
  if (graph === null) throw new Error('A page of the cockpit stands inside GraphContext.');
  return graph;
}
