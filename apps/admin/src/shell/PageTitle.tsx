import { useEffect, useRef } from 'react';
import { TitlePortal } from 'react-admin';

/** The title of the page as its h1, and the same words as the title of the browser's tab. */
export function PageTitle() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const heading = place.current;
    // React-Admin's pages draw their title into this element from afar; only watching it tells when.
    const watch = new MutationObserver(() => {
      document.title = heading.textContent ? `${heading.textContent} · mintforge` : 'mintforge';
    });
    watch.observe(heading, { childList: true, characterData: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} style={{ flex: 1, minWidth: 0 }}>
      <TitlePortal variant="h6" component="h1" />
    </div>
  );
}
