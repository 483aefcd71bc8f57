(() => {
  'use strict';
  const $$ = s => [...document.querySelectorAll(s)];
  // Filter: rows that hold all the words stay.
  const find = document.querySelector('#find'), found = document.querySelector('#found');
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
    if (words.length) for (const d of $$('details.fold')) if (d.querySelector('.fact:not([hidden])')) d.open = true;
    found.textContent = words.length ? `${n} of ${facts.length}` : '';
  };
  let wait;
  find.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(filter, 120); });
  addEventListener('keydown', e => {
    const typing = e.target.matches('input, textarea, select');
    if (e.key === '/' && !typing && !e.ctrlKey && !e.metaKey) { e.preventDefault(); find.focus(); }
    if (e.key === 'Escape' && typing && find.value) { find.value = ''; filter(); }
  });
})();
