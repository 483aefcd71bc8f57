(() => {
  'use strict';
  // Theme: the system's, until the reader picks one.
  const root = document.documentElement, theme = document.querySelector('#theme');
  const keep = {
    get() { try { return localStorage.getItem('dossier-theme'); } catch { return null; } },
    set(v) { try { localStorage.setItem('dossier-theme', v); } catch { /* a page from a file may have no store */ } },
  };
  const dark = () => (root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const name = () => { theme.textContent = dark() ? 'Light' : 'Dark'; theme.setAttribute('aria-label', dark() ? 'Use light colours' : 'Use dark colours'); };
  if (keep.get()) root.dataset.theme = keep.get();
  theme.hidden = false;
  name();
  theme.addEventListener('click', () => { root.dataset.theme = dark() ? 'light' : 'dark'; keep.set(root.dataset.theme); name(); });
})();
