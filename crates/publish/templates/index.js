(() => {
  'use strict';
  const $$ = s => [...document.querySelectorAll(s)];
  // What holds all the words and stands under every choice stays.
  const find = document.querySelector('#find'), found = document.querySelector('#found'), facets = document.querySelector('.facets');
  const fold = s => s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
  const folds = $$('details.fold'), shut = folds.map(d => d.open);
  let facts;
  const read = () => $$('.fact').map(el => ({
    el,
    text: fold(`${el.textContent} ${el.dataset.words || ''} ${outlets(el)}`),
    on: true,
    under: { o: ids(el.dataset.o), d: ids(el.dataset.d), p: ids(el.dataset.p) },
  }));
  const ids = s => new Set((s || '').split(' ').filter(Boolean));
  const option = i => facets.elements.o?.options[Number(i) + 1]?.text || '';
  const outlets = el => facets ? [...ids(el.dataset.o)].map(option).join(' ') : '';
  const narrow = () => {
    facts ||= read();
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    const chosen = facets ? ['o', 'd', 'p'].map(k => [k, facets.elements[k]?.value]).filter(c => c[1]) : [];
    const differs = facets?.elements.differs.checked;
    const active = words.length > 0 || chosen.length > 0 || differs;
    let n = 0;
    for (const f of facts) {
      const on = (!differs || 'differs' in f.el.dataset)
        && chosen.every(([k, v]) => f.under[k].has(v))
        && words.every(w => f.text.includes(w));
      if (on !== f.on) { f.el.hidden = !on; f.on = on; }
      n += on;
    }
    folds.forEach((d, i) => { d.open = active ? !!d.querySelector('.fact:not([hidden])') : shut[i]; });
    found.textContent = active ? `${n} of ${facts.length}` : '';
  };
  find.form.hidden = false;
  find.form.addEventListener('submit', e => e.preventDefault());
  if (facets) {
    facets.hidden = false;
    facets.addEventListener('submit', e => e.preventDefault());
    facets.addEventListener('change', narrow);
  }
  let wait;
  find.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(narrow, 120); });
  addEventListener('keydown', e => {
    const typing = e.target.matches('input, textarea, select');
    if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey) { e.preventDefault(); find.focus(); }
    if (e.key === 'Escape' && e.target === find && find.value) { find.value = ''; narrow(); }
  });
})();
