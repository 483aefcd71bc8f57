(() => {
  'use strict';
  const $ = (s, at = document) => at.querySelector(s);
  const $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const root = document.documentElement;

  // Theme: the system's, until the reader picks one.
  const theme = $('#theme');
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

  // Views: one at a time; what an address names opens the view that holds it.
  const views = $$('.view');
  const tabs = $$('.views > li > a');
  const turn = view => {
    for (const v of views) v.classList.toggle('off', v !== view);
    for (const a of tabs) {
      if ($(a.hash)?.closest('.view') === view) a.setAttribute('aria-current', 'true');
      else a.removeAttribute('aria-current');
    }
  };
  const reveal = at => { const view = at?.closest('.view'); if (view) turn(view); };
  const address = () => {
    const at = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    const view = at?.closest('.view');
    if (!view && at) return;
    turn(view || views[0]);
    // What begins a view shows it from its top.
    if (at && !tabs.some(a => a.hash === location.hash)) at.scrollIntoView(); else scrollTo(0, 0);
  };
  if (views.length) {
    addEventListener('hashchange', address);
    address();
    const whole = $('#print-all');
    whole.hidden = false;
    whole.addEventListener('click', () => { root.dataset.print = 'all'; print(); });
    addEventListener('afterprint', () => { delete root.dataset.print; });
  }

  // Filter: facts that hold all the words stay, in whatever view.
  const find = $('#find'), found = $('#found');
  find.form.hidden = false;
  find.form.addEventListener('submit', e => e.preventDefault());
  const fold = s => s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  let facts;
  const filter = () => {
    facts ||= $$('.fact').map(el => [el, fold(el.textContent)]);
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    let n = 0;
    for (const [el, text] of facts) {
      const on = words.every(w => text.includes(w));
      el.hidden = !on;
      n += on;
    }
    if (views.length) { if (words.length) views.forEach(v => v.classList.remove('off')); else address(); }
    if (words.length) for (const d of $$('details.fold')) if ($('.fact:not([hidden])', d)) d.open = true;
    found.textContent = words.length ? `${n} of ${facts.length}` : '';
  };
  let wait;
  find.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(filter, 120); });

  // Where everything is printed, it is so folded or not.
  let opened = [];
  addEventListener('beforeprint', () => { if (views.length && root.dataset.print !== 'all') return; opened = $$('details:not([open])'); opened.forEach(d => { d.open = true; }); });
  addEventListener('afterprint', () => { opened.forEach(d => { d.open = false; }); opened = []; });

  const panel = $('#panel');
  const body = $('#panel-body');

  addEventListener('keydown', e => {
    const typing = e.target.matches('input, textarea, select');
    if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey) { e.preventDefault(); find.focus(); }
    if (e.key === 'Escape') {
      if (panel && !panel.hidden) close();
      else if (typing && find.value) { find.value = ''; filter(); }
      else if (from) back();
    }
  });
  if (!panel) return;

  // A cite's words: its paragraph, cut by code points as the record counts them.
  const passage = link => {
    const [, n, at] = link.hash.match(/^#a(\d+)-(\d+)$/) || [];
    const anchor = document.getElementById(`a${n}-${at}`);
    const p = anchor && anchor.closest('[data-s]');
    if (!p) return null;
    const chars = [...p.textContent], s = at - p.dataset.s, e = Math.min(link.dataset.e - p.dataset.s, chars.length);
    const cut = (a, b) => chars.slice(a, b).join('');
    const article = $(`#article-${n}`);
    return { p, s, e, before: cut(0, s), words: cut(s, e), after: cut(e), n, article, dir: p.dir };
  };
  const el = (tag, cls, text) => { const x = document.createElement(tag); if (cls) x.className = cls; if (text) x.textContent = text; return x; };
  const near = (text, side) => {
    if (text.length < 320) return text;
    return side < 0 ? '… ' + text.slice(-280).replace(/^\S*\s/, '') : text.slice(0, 280).replace(/\s\S*$/, '') + ' …';
  };
  const excerpt = (link, first) => {
    const x = passage(link);
    if (!x) return null;
    const box = el('div', first ? 'ex first' : 'ex');
    const meta = el('p', 'meta');
    const b = el('b'); b.append(el('bdi', '', $('.outlet', x.article).textContent));
    const go = el('a', '', 'Show in the article');
    go.href = link.hash;
    go.addEventListener('click', e => { e.preventDefault(); show(link); });
    meta.append(b, ' ', el('bdi', '', $('.atitle', x.article).textContent), ' · ', go);
    const p = el('p');
    p.dir = 'auto';
    p.append(near(x.before, -1), el('mark', '', x.words), near(x.after, 1));
    box.append(meta, p);
    return box;
  };

  // Where the reader came from, to go back to.
  let from = null, current = null;
  const mark = link => {
    current?.removeAttribute('aria-current');
    current = link;
    current?.setAttribute('aria-current', 'true');
  };
  const open = link => {
    const fact = link.closest('.fact');
    const others = fact ? $$('a.c', fact).filter(a => a !== link) : [];
    const seen = new Set([link.hash + link.dataset.e]);
    const boxes = [excerpt(link, true)];
    for (const other of others) {
      const key = other.hash + other.dataset.e;
      if (!seen.has(key) && boxes.length < 12) { seen.add(key); boxes.push(excerpt(other, false)); }
    }
    const rows = boxes.filter(Boolean);
    if (!rows.length) return false;
    if (rows.length > 1) rows.splice(1, 0, el('p', 'meta', 'The same fact elsewhere:'));
    body.replaceChildren(...rows);
    body.scrollTop = 0;
    panel.hidden = false;
    from = link;
    mark(link);
    panel.focus({ preventScroll: true });
    return true;
  };
  const close = () => {
    panel.hidden = true;
    mark(null);
    from?.focus({ preventScroll: true });
  };
  const back = () => {
    clear();
    reveal(from);
    from.focus();
    from.scrollIntoView({ block: 'center' });
    from = null;
  };
  const clear = () => { if (window.CSS?.highlights) CSS.highlights.delete('cite'); $$('.lit').forEach(x => x.classList.remove('lit')); };
  // The words in the article itself, exactly; Esc leads back.
  const show = link => {
    const x = passage(link);
    if (!x) return;
    panel.hidden = true;
    mark(null);
    clear();
    // The way back is the browser's, too.
    if (location.hash !== link.hash) history.pushState(null, '', link.hash);
    reveal(x.p);
    for (let d = x.p.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
    if (window.CSS?.highlights && window.Highlight) {
      const range = document.createRange();
      const walk = document.createTreeWalker(x.p, NodeFilter.SHOW_TEXT);
      let at = 0, started = false;
      for (let t = walk.nextNode(); t; t = walk.nextNode()) {
        const chars = [...t.data];
        const units = k => chars.slice(0, k).join('').length;
        if (!started && x.s < at + chars.length) { range.setStart(t, units(x.s - at)); started = true; }
        if (started && x.e <= at + chars.length) { range.setEnd(t, units(x.e - at)); break; }
        at += chars.length;
      }
      CSS.highlights.set('cite', new Highlight(range));
    } else document.getElementById(link.hash.slice(1)).classList.add('lit');
    from = link;
    x.p.tabIndex = -1;
    x.p.focus({ preventScroll: true });
    x.p.scrollIntoView({ block: 'center' });
  };
  document.addEventListener('click', e => {
    const link = e.target.closest('a.c');
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    if (open(link)) e.preventDefault();
  });
  $('#panel-close').addEventListener('click', close);
})();
