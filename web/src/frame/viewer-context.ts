import { createContext, use } from 'react';
import type { FrameQuery } from '../generated/graphql.ts';

export type FrameViewer = NonNullable<FrameQuery['viewer']>;

export const ViewerContext = createContext<FrameViewer | null>(null);

/** Who is signed in, and for which company. Null while the frame is still asking. */
export function useViewer(): FrameViewer | null {
  return use(ViewerContext);
}

/** Whether the viewer has the scope; undefined while nobody knows. */
export function useHasScope(scope: string): boolean | undefined {
  return useViewer()?.scopes.includes(scope);
}
