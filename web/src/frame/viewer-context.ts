import { createContext, use } from 'react';
import type { Feature, FrameQuery } from '../generated/graphql.ts';

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

/** Whether the company has switched it on for this member; not while nobody knows. */
export function useHasFeature(feature: Feature): boolean {
  return useViewer()?.features.includes(feature) ?? false;
}
