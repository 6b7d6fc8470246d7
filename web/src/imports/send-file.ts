import { requestHeaders } from '../graph/request-headers.ts';
import type { Refusal } from '../states/refusal-note.tsx';

/**
 * Streams a file to /uploads as it is. XMLHttpRequest, because fetch tells nothing about how much of a body has left.
 * Resolves with the upload, or with why it was refused; rejects only when the network failed or it was aborted.
 */
export function sendFile(file: File, listener: SendListener): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/uploads');
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'text/csv');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => listener.onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(readAnswer(request.status, request.responseText));
    request.onerror = () => reject(new TypeError('The connection was lost while the file was on its way.'));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    listener.signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

export function readAnswer(status: number, body: string): Sent {
  const answer = parse(body);
  if (status === 201 && typeof answer.uploadId === 'string') return { kind: 'sent', uploadId: answer.uploadId };
  const { code, message, remedy } =
    typeof answer.error === 'object' && answer.error !== null ? (answer.error as Partial<Refusal>) : {};
  return {
    kind: 'refused',
    refusal: {
      code: code ?? `HTTP_${status}`,
      message: message ?? 'The file was not taken.',
      remedy: remedy ?? 'Try again. If it goes on, tell the people who run the platform this code.',
    },
  };
}

function parse(body: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export type Sent =
  | { readonly kind: 'sent'; readonly uploadId: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

interface SendListener {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  onProgress(share: number): void;
}
