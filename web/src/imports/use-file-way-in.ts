import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePlanImportMutation } from '../generated/hooks.ts';
import { useGraph } from '../graph/graph-context.ts';
import type { Refusal } from '../states/refusal-note.tsx';
import { sendFile } from './send-file.ts';

/** A file's way from the desk to the page of its import: sent, then checked from end to end. */
export function useFileWayIn() {
  const [state, setState] = useState<WayIn>({ kind: 'waiting' });
  const [plan] = usePlanImportMutation();
  const { session } = useGraph();
  const navigate = useNavigate();
  const taken = useRef<File>(null);
  const stopper = useRef<AbortController>(null);
  useEffect(() => () => stopper.current?.abort(), []);

  const take = async (file: File) => {
    if (file.size > largestFile) return setState({ kind: 'refused', refusal: tooLarge });
    const stop = new AbortController();
    taken.current = file;
    stopper.current = stop;
    setState({ kind: 'sending', fileName: file.name, share: 0 });
    try {
      const onProgress = (share: number) => setState({ kind: 'sending', fileName: file.name, share });
      const sent = await sendFile(file, { signal: stop.signal, onProgress });
      if (sent.kind === 'refused' && sent.refusal.code === 'UNAUTHENTICATED' && (await session.renewed())) {
        return void take(file);
      }
      if (sent.kind === 'refused') return setState({ kind: 'refused', refusal: sent.refusal });
      setState({ kind: 'checking', fileName: file.name });
      const { data } = await plan({ variables: { input: { uploadId: sent.uploadId } } });
      if (stop.signal.aborted) return;
      const planned = data?.planImport;
      if (planned?.__typename === 'Refused') return setState({ kind: 'refused', refusal: planned });
      if (planned === null || planned === undefined) throw new Error('The check of the file gave no answer.');
      await navigate(`/imports/${planned.import.id}`);
    } catch (error) {
      setState(stop.signal.aborted ? { kind: 'waiting' } : { kind: 'failed', error });
    }
  };

  return {
    state,
    take: (file: File) => void take(file),
    again: () => {
      if (taken.current !== null) void take(taken.current);
    },
    stop: () => {
      stopper.current?.abort();
      setState({ kind: 'waiting' });
    },
  };
}

type WayIn =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly fileName: string; readonly share: number }
  | { readonly kind: 'checking'; readonly fileName: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The server's own limit, 512 MiB. Said before the file is sent, not after half of it. */
const largestFile = 512 * 1024 * 1024;
const tooLarge: Refusal = {
  code: 'UPLOAD_TOO_LARGE',
  message: 'The file is larger than 512 MB.',
  remedy: 'Split the file and upload its parts.',
};
