(() => {
  'use strict';
  const $ = (s, at = document) => at.querySelector(s);
  const $$ = (s, at = document) => [...at.querySelectorAll(s)];
  const el = (tag, cls, text) => { const x = document.createElement(tag); if (cls) x.className = cls; if (text) x.textContent = text; return x; };
  const root = document.documentElement, panel = $('#panel'), body = $('#panel-body'), back = $('#back');

  // Views: one at a time; what an address names opens the view and the folds that hold it. Each move is one of the
  // browser's, and its way back leads to the place on the page that was left.
  const views = $$('.view'), tabs = $$('.views > li > a');
  const turn = view => {
    for (const v of views) v.classList.toggle('off', v !== view);
    for (const a of tabs) {
      if ($(a.hash)?.closest('.view') === view) a.setAttribute('aria-current', 'true');
      else a.removeAttribute('aria-current');
    }
  };
  const unfold = at => { for (let d = at.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; };
  const arrive = y => {
    const at = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    const view = at?.closest('.view');
    if (at && !view) return;
    shut();
    turn(view || views[0]);
    if (at) unfold(at);
    // What begins a view shows it from its top.
    const top = !at || tabs.some(a => a.hash === location.hash);
    if (y !== undefined || top) scrollTo({ top: y || 0, behavior: 'instant' });
    else at.scrollIntoView({ block: at.closest('.text') ? 'center' : 'start', behavior: 'instant' });
    light(at, history.state?.end);
  };
  history.scrollRestoration = 'manual';
  const stay = () => history.replaceState({ ...history.state, y: scrollY }, '');
  let still;
  addEventListener('scroll', () => { clearTimeout(still); still = setTimeout(stay, 100); }, { passive: true });
  document.addEventListener('click', e => { if (e.target.closest('a[href^="#"]')) stay(); }, true);
  addEventListener('popstate', e => arrive(e.state?.y));

  // A cite's words: its paragraph, cut by code points as the record counts them.
  const passage = link => {
    const at = document.getElementById(link.hash.slice(1)), p = at?.closest('[data-s]');
    if (!p) return null;
    const chars = [...p.textContent], s = link.hash.split('-')[1] - p.dataset.s, e = Math.min(link.dataset.e - p.dataset.s, chars.length);
    const cut = (a, b) => chars.slice(a, b).join('');
    return { before: cut(0, s), words: cut(s, e), after: cut(e), article: p.closest('.article'), dir: p.dir };
  };
  // The words themselves in the article, exactly.
  const light = (at, end) => {
    window.CSS?.highlights?.delete('cite');
    back.hidden = !end;
    const p = at?.closest('[data-s]');
    if (!p || !end || !window.CSS?.highlights || !window.Highlight) return;
    const s = at.id.split('-')[1] - p.dataset.s, e = end - p.dataset.s, range = document.createRange();
    const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    let place = 0, started = false;
    for (let t = walk.nextNode(); t; t = walk.nextNode()) {
      const chars = [...t.data], units = k => chars.slice(0, k).join('').length;
      if (!started && s < place + chars.length) { range.setStart(t, units(s - place)); started = true; }
      if (started && e <= place + chars.length) { range.setEnd(t, units(e - place)); break; }
      place += chars.length;
    }
    CSS.highlights.set('cite', new Highlight(range));
    p.tabIndex = -1;
    p.focus({ preventScroll: true });
  };
  const show = link => {
    stay();
    history.pushState({ end: link.dataset.e }, '', link.hash);
    arrive();
  };
  back.addEventListener('click', () => history.back());

  // The panel: what a fact's sources say, without leaving the place.
  let from = null;
  const near = (text, side) => {
    if (text.length < 320) return text;
    return side < 0 ? '… ' + text.slice(-280).replace(/^\S*\s/, '') : text.slice(0, 280).replace(/\s\S*$/, '') + ' …';
  };
  const excerpt = (link, first) => {
    const x = passage(link);
    if (!x) return null;
    const box = el('div', first ? 'ex first' : 'ex'), meta = el('p', 'meta'), b = el('b'), go = el('a', '', 'Show in the article'), p = el('p');
    b.append(el('bdi', '', $('.outlet', x.article).textContent));
    go.href = link.hash;
    go.addEventListener('click', e => { e.preventDefault(); show(link); });
    meta.append(b, ' ', el('bdi', '', $('.atitle', x.article).textContent), ' · ', go);
    p.dir = 'auto';
    p.append(near(x.before, -1), el('mark', '', x.words), near(x.after, 1));
    box.append(meta, p);
    if (first) box.append(correction(link, x));
    return box;
  };
  // What a file of corrections says of these words where they are no fact.
  const correction = (link, x) => {
    const kind = link.closest('.fact[id]')?.id.split('-')[0], quoted = t => JSON.stringify(t.replace(/\s+/g, ' '));
    const p = el('p', 'meta');
    if (!['event', 'figure', 'quote', 'statement'].includes(kind)) return p;
    const text = `[[not-a-fact]]\nkind = "${kind}"\nwords = ${quoted(x.words)}\narticle = ${quoted(x.article.dataset.id)}\n`;
    const take = el('button', '', 'Copy as correction'), area = el('textarea');
    take.type = 'button';
    area.readOnly = true;
    area.hidden = true;
    area.value = text;
    area.rows = 4;
    area.setAttribute('aria-label', 'Entry for a file of corrections');
    take.addEventListener('click', () => { area.hidden = false; copy(take, area); });
    p.append(take, area);
    return p;
  };
  const open = link => {
    const fact = link.closest('.fact'), seen = new Set([link.hash + link.dataset.e]), boxes = [excerpt(link, true)];
    for (const other of fact ? $$('a.c', fact) : []) {
      const key = other.hash + other.dataset.e;
      if (!seen.has(key) && boxes.length < 12) { seen.add(key); boxes.push(excerpt(other, false)); }
    }
    const rows = boxes.filter(Boolean);
    if (!rows.length) return false;
    if (rows.length > 1) rows.splice(1, 0, el('p', 'meta', 'The same fact elsewhere:'));
    shut();
    body.replaceChildren(...rows);
    body.scrollTop = 0;
    panel.hidden = false;
    from = link;
    link.setAttribute('aria-current', 'true');
    panel.focus({ preventScroll: true });
    return true;
  };
  const shut = () => {
    panel.hidden = true;
    from?.removeAttribute('aria-current');
  };
  const close = () => { shut(); from?.focus({ preventScroll: true }); };
  $('#panel-close').addEventListener('click', close);
  document.addEventListener('click', e => {
    const link = e.target.closest('a.c');
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    if (open(link)) e.preventDefault();
  });

  // Finding: facts, paragraphs and headlines that hold all the words, in any spelling, as a list of links.
  const find = $('#find'), found = $('#found'), hits = $('#hits');
  const plain = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };
  const fold = s => s.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đðłøıßæœþ]/g, c => plain[c]);
  let pool;
  const gather = () => {
    const row = (x, id, where) => { const text = x.textContent.trim().replace(/\s+/g, ' '); return { id, where, text, folded: fold(text) }; };
    const facts = $$('.fact[id]').map(x => row($('.says,h3,h4,blockquote,.side', x) || x, x.id, $('h2', x.closest('section')).firstChild.textContent));
    const titles = $$('.article').map(x => row($('.atitle', x), x.id, $('.outlet', x).textContent));
    const text = $$('.text p[id]').map(x => row(x, x.id, $('.outlet', x.closest('.article')).textContent));
    return [['Facts', facts], ['Headlines', titles], ['Articles', text]];
  };
  const marked = (text, word) => {
    // Folding may change lengths: letter by letter.
    const chars = [...text], starts = [];
    let folded = '';
    chars.forEach((c, i) => { const f = fold(c); for (const _ of f) starts.push(i); folded += f; });
    const at = folded.indexOf(word), s = starts[at], e = (starts[at + word.length - 1] ?? s) + 1;
    if (at < 0) return [near(text, 1)];
    const cut = (a, b) => chars.slice(a, b).join(''), lead = s > 70 ? '… ' + cut(s - 60, s) : cut(0, s);
    return [lead, el('mark', '', cut(s, e)), cut(e, e + 110) + (chars.length > e + 110 ? ' …' : '')];
  };
  const LIMIT = 30;
  const search = () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    hits.hidden = !words.length;
    hits.replaceChildren();
    found.textContent = '';
    if (!words.length) return;
    pool ||= gather();
    let all = 0;
    for (const [name, rows] of pool) {
      const held = rows.filter(r => words.every(w => r.folded.includes(w)));
      all += held.length;
      if (!held.length) continue;
      const list = el('ol');
      for (const r of held.slice(0, LIMIT)) {
        const a = el('a'), li = el('li');
        a.href = '#' + r.id;
        a.dir = 'auto';
        a.append(...marked(r.text, words[0]));
        li.append(a, ' ', el('span', 'said', r.where));
        list.append(li);
      }
      hits.append(el('p', 'meta', `${name}: ${held.length}${held.length > LIMIT ? `, the first ${LIMIT}` : ''}`), list);
    }
    found.textContent = all === 1 ? '1 hit' : `${all} hits`;
    if (!all) hits.append(el('p', 'meta', 'Nothing holds all these words.'));
  };
  let wait;
  find.form.hidden = false;
  find.form.addEventListener('submit', e => e.preventDefault());
  find.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(search, 120); });
  find.addEventListener('focus', () => { hits.hidden = !hits.childElementCount; });
  hits.addEventListener('click', e => { if (e.target.closest('a')) hits.hidden = true; });

  // A text to take along: copied where the browser lets a page do so, else marked for the reader to copy.
  const copy = async (take, area) => {
    const say = words => { const was = take.textContent; take.textContent = words; setTimeout(() => { take.textContent = was; }, 2000); };
    area.select();
    try { await navigator.clipboard.writeText(area.value); say('Copied'); } catch { say(document.execCommand('copy') ? 'Copied' : 'Marked: copy it'); }
  };
  for (const take of $$('[data-take]')) {
    take.hidden = false;
    take.addEventListener('click', () => copy(take, $('#' + take.dataset.take)));
  }

  // Where everything is printed, it is so folded or not.
  const whole = $('#print-all');
  whole.hidden = false;
  whole.addEventListener('click', () => { root.dataset.print = 'all'; print(); });
  let opened = [];
  addEventListener('beforeprint', () => { if (root.dataset.print !== 'all') return; opened = $$('details:not([open])'); opened.forEach(d => { d.open = true; }); });
  addEventListener('afterprint', () => { delete root.dataset.print; opened.forEach(d => { d.open = false; }); opened = []; });

  addEventListener('keydown', e => {
    const typing = e.target.matches('input, textarea, select');
    if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey) { e.preventDefault(); find.focus(); }
    if (e.key !== 'Escape') return;
    if (!panel.hidden) close();
    else if (!hits.hidden) { hits.hidden = true; find.value = ''; found.textContent = ''; hits.replaceChildren(); }
    else if (!back.hidden) history.back();
  });
  arrive(history.state?.y);
})();
