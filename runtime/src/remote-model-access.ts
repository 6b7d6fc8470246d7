/** How to reach providers of models; one that is left out is not called. Never logged, never stored. */
export type RemoteModelAccess = Readonly<Partial<Record<ModelProvider, ProviderAccess>>>;

export const modelProviders = ['anthropic', 'openai', 'google'] as const;
export type ModelProvider = (typeof modelProviders)[number];

export interface ProviderAccess {
  readonly apiKey: string;
  /** Another address than the provider's own, such as a proxy's, up to and with the version. */
  readonly baseUrl?: string;
}
