import { Refusal } from '../refusal.ts';

export type ResponseType = 'application/graphql-response+json' | 'application/json';

/**
 * What the client accepts, by quality, then by order; `application/json` where it does not say (GraphQL over HTTP's
 * legacy default). Throws `Refusal` when it accepts neither.
 */
export function responseTypeFor(accept: string | undefined): ResponseType {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return 'application/json';
  if (accept === 'application/graphql-response+json') return accept;
  const ranges = accept
    .split(',')
    .map(rangeOf)
    .filter((range) => range.quality > 0);
  ranges.sort((one, other) => other.quality - one.quality);
  for (const { type } of ranges) {
    if (type === 'application/graphql-response+json' || type === 'application/json') return type;
    if (type === '*/*' || type === 'application/*') return 'application/json';
  }
  throw new Refusal('NOT_ACCEPTABLE', 'The client accepts none of the media types in which answers are given');
}

/** The media type of a request body, without its parameters, in lower case. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase();
}

/** JSON is UTF-8 (RFC 8259, 8.1). Throws `Refusal` when the client says otherwise. */
export function requireUtf8(contentType: string | undefined): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)"?/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (charset === undefined || charset === 'utf-8' || charset === 'utf8') return;
  throw new Refusal('UNSUPPORTED_MEDIA_TYPE', `The body is in the charset "${charset}"`);
}

function rangeOf(text: string): { readonly type: string; readonly quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  // We answer in UTF-8 only.
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') return { type, quality: 0 };
  return { type, quality: quality === undefined ? 1 : Number.parseFloat(quality.slice(2)) || 0 };
}
