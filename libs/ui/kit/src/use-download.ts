import { useMutation } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import type { KitProvider } from './data-provider';

interface Download {
  path: string;
  /** Used when the API names no file. */
  fallbackName: string;
}

/** Hands a file made on this page to the reader. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** Fetches a protected file with the session's token and saves it; refusals are shown as a notice. */
export function useDownload() {
  const provider = useDataProvider<KitProvider>();
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ path, fallbackName }: Download) => {
      const { blob, name } = await provider.download(path);
      saveFile(blob, name ?? fallbackName);
    },
    onError: (error: Error) => notify(error.message, { type: 'error', messageArgs: { _: error.message } }),
  });
  return { download: mutate, downloading: isPending };
}
