import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

const reloadedAt = 'mintforge.reloadedAt';

// A console that was open during an update asks for code that is gone. It is loaded anew, but not again and again.
window.addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < 60_000) return;
  sessionStorage.setItem(reloadedAt, String(Date.now()));
  event.preventDefault();
  location.reload();
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
