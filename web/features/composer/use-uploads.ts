import { useState } from 'react';
import { useMessages } from '../../locale.tsx';
import { useConversation } from '../conversations/context.tsx';
import type { FileValue } from './values.ts';

const LARGEST = 25 * 1024 * 1024;

/** A file on its way. */
export interface Upload {
  key: number;
  name: string;
  /** From 0 to 1. */
  share: number;
  stop: AbortController;
}

export interface Uploads {
  sending: readonly Upload[];
  /** What did not arrive, and what to do. */
  faults: readonly string[];
  choose: (files: readonly File[]) => void;
}

/** Sends files as soon as they are chosen; each that is stored is told to `onStored`. */
export function useUploads(onStored: (file: FileValue) => void): Uploads {
  const { api } = useConversation();
  const words = useMessages().composer.fields;
  const [sending, setSending] = useState<readonly Upload[]>([]);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const send = async (file: File, key: number) => {
    const stop = new AbortController();
    setSending((now) => [...now, { key, name: file.name, share: 0, stop }]);
    const onProgress = (share: number) =>
      setSending((now) => now.map((each) => (each.key === key ? { ...each, share } : each)));
    try {
      const { id, name, media, size } = await api.upload(file, { onProgress, signal: stop.signal });
      onStored({ id, name, media, size });
    } catch {
      if (!stop.signal.aborted) setFaults((now) => [...now, words.uploadFailed({ name: file.name })]);
    } finally {
      setSending((now) => now.filter((each) => each.key !== key));
    }
  };
  const choose = (files: readonly File[]) => {
    setFaults([]);
    for (const [at, file] of files.entries()) {
      if (file.size > LARGEST) setFaults((now) => [...now, words.tooLarge({ name: file.name })]);
      else if (file.size === 0) setFaults((now) => [...now, words.emptyFile({ name: file.name })]);
      else void send(file, performance.now() + at);
    }
  };
  return { sending, faults, choose };
}
