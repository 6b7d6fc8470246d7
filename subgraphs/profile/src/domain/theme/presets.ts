/** Colours to begin from, each readable in light and dark. */
export const presets = {
  FJORD: { primary: '#0b5c82', secondary: '#2b86a3' },
  FOREST: { primary: '#1f6439', secondary: '#8a6d1b' },
  EMBER: { primary: '#9c3a12', secondary: '#c4623a' },
  PLUM: { primary: '#752c6c', secondary: '#b0568a' },
  GRAPHITE: { primary: '#3b4350', secondary: '#6a7689' },
} as const;

export type Preset = keyof typeof presets;
