import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useVerbs } from '../../common/use-act';

/** The address of a protected picture as long as it is on screen; undefined until it is there, or when it may not be seen. */
export function usePicture(id: string, visible: boolean): string | undefined {
  const verbs = useVerbs();
  const { data: blob } = useQuery({ queryKey: ['picture', id], queryFn: async () => (await verbs.download(`/media/${id}/picture`)).blob, enabled: visible, staleTime: Infinity, gcTime: 0, retry: false });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob || !visible) return setAddress(undefined);
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, visible]);
  return address;
}
