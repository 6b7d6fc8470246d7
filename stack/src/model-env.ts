import { type ModelProvider, modelProviders, type RemoteModelAccess } from '@teei/runtime/remote-model-access';
import { z } from 'zod';

/** A compose file hands down what is not set as an empty text. */
const emptyAsUnset = (value: unknown): unknown => (value === '' ? undefined : value);
const key = z.preprocess(emptyAsUnset, z.string().min(1).optional());
const baseUrl = z.preprocess(
  emptyAsUnset,
  z
    .url({ protocol: /^https?$/, error: 'must be a URL with its version, such as https://models.example.com/v1' })
    .optional(),
);

/** Keys to models of others, and where they are to be found if not at the provider itself. */
export const modelEnv = {
  ANTHROPIC_API_KEY: key,
  ANTHROPIC_BASE_URL: baseUrl,
  OPENAI_API_KEY: key,
  OPENAI_BASE_URL: baseUrl,
  GOOGLE_API_KEY: key,
  GOOGLE_BASE_URL: baseUrl,
};

type ModelSettings = Readonly<Partial<Record<keyof typeof modelEnv, string | undefined>>>;

export function modelAccessFrom(env: ModelSettings): RemoteModelAccess {
  const of = (provider: ModelProvider) => {
    const name = provider.toUpperCase() as Uppercase<ModelProvider>;
    const [apiKey, url] = [env[`${name}_API_KEY`], env[`${name}_BASE_URL`]];
    return apiKey === undefined
      ? []
      : [[provider, { apiKey, ...(url === undefined ? {} : { baseUrl: url }) }] as const];
  };
  return Object.fromEntries(modelProviders.flatMap(of));
}
