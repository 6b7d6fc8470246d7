import { type Preset, presets } from '../../domain/theme/presets.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const themePresets: QueryResolvers['themePresets'] = () =>
  Object.entries(presets).map(([preset, colours]) => ({ preset: preset as Preset, ...colours }));
