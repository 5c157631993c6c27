import type { DownloadedFile } from '@mintforge/ui-kit';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useVerbs } from './use-act';

const minute = 60_000;

/** Opens a protected PDF in a tab of its own, to look at and print: by its path, or by an act that makes it. */
export function usePdf() {
  const verbs = useVerbs();
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    async mutationFn(pdf: string | (() => Promise<DownloadedFile>)) {
      // Only a tab opened by the press itself passes the browser's blocker; the file follows.
      const tab = window.open('', '_blank');
      const { blob } = await (typeof pdf === 'string' ? verbs.download(pdf) : pdf()).catch((error: unknown) => {
        tab?.close();
        throw error;
      });
      const address = URL.createObjectURL(blob);
      if (tab) tab.location.href = address;
      else window.location.assign(address);
      setTimeout(() => URL.revokeObjectURL(address), minute);
    },
    onError: (error: Error) => notify(error.message, { type: 'error', messageArgs: { _: error.message } }),
  });
  return { openPdf: mutate, opening: isPending };
}
