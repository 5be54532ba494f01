import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sizeSaid } from '../../../messages/format.ts';
import { useLocale } from '../../locale.tsx';
import { importQuery, sendFile } from './api.ts';

const LARGEST = 50 * 1024 * 1024;

/** A file on its way to the server. */
export interface Sending {
  name: string;
  /** From 0 to 1. */
  share: number;
  stop: AbortController;
}

/** Sends one file at a time; what is empty or too large is refused before it travels. */
export function useSendFile(organization: string, onArrived: (id: string) => void) {
  const { locale, messages } = useLocale();
  const words = messages.imports.choose;
  const queries = useQueryClient();
  const [refused, setRefused] = useState<string>();
  const [sending, setSending] = useState<Sending>();
  const send = useMutation({
    mutationFn: ({ file, stop }: { file: File; stop: AbortController }) =>
      sendFile(organization, file, {
        signal: stop.signal,
        onProgress: (share) => setSending({ name: file.name, share, stop }),
      }),
    onSuccess: (made) => {
      queries.setQueryData(importQuery(organization, made.id).queryKey, made);
      void queries.invalidateQueries({ queryKey: ['organizations', organization, 'imports'], exact: true });
      onArrived(made.id);
    },
    onSettled: () => setSending(undefined),
  });
  const faultOf = ({ size }: File): string | undefined => {
    if (size === 0) return words.empty;
    return size > LARGEST ? words.tooLarge({ size: sizeSaid(size, locale) }) : undefined;
  };
  const choose = (file: File | undefined) => {
    if (!file || sending) return;
    send.reset();
    const fault = faultOf(file);
    setRefused(fault);
    if (fault) return;
    const stop = new AbortController();
    setSending({ name: file.name, share: 0, stop });
    send.mutate({ file, stop });
  };
  const stopped = send.error instanceof DOMException && send.error.name === 'AbortError';
  return { sending, refused, error: stopped ? null : send.error, choose };
}
