const one = s => document.querySelector(s);

// The rows of an open list come packed (PackedRows.cs). This watch is begun before the next, which looks for their boxes.
const [code, number, end] = [0, 1, 2].map(sign => String.fromCharCode(0xE000 + sign));
const unpack = body => {
  const said = {};
  document.querySelectorAll('[data-said]').forEach(e => e.dataset.said.split(end).forEach(s => { said[s[0]] = s.slice(1); }));
  const spell = text => Array.from(text, c => c in said ? spell(said[c]) : c).join('');
  const [first, ...rows] = body.dataset.rows.split(end);
  body.innerHTML = rows.map((row, i) => {
    if (i % 2) return spell(row);
    said[code] = row;
    said[number] = `${+first + i / 2}`;
    return '';
  }).join('');
};
new MutationObserver(() => document.querySelectorAll('[data-rows]').forEach(body => {
  if (body.shown === body.dataset.rows) return;
  body.shown = body.dataset.rows;
  unpack(body);
})).observe(document.body, { attributeFilter: ['data-rows'], childList: true, subtree: true });

// The circuit draws the page anew when it comes, with more or fewer buttons than the first answer had. What was typed,
// ticked, opened and focused until then is carried over to the control of the same name.
const before = one('.app');
let focused;
const note = e => { focused = e.target; };
const nameOf = e => [e.tagName, e.id, e.name, /checkbox|radio/.test(e.type) && (e.closest('tr')?.dataset.code ?? e.value), e.getAttribute('href'), /DETAILS|SUMMARY|BUTTON/.test(e.tagName) && (e.querySelector('summary') ?? e).textContent.trim().slice(0, 60)].join();
const controls = page => {
  const seen = {};
  return [...page.querySelectorAll('a,button,input,select,textarea,details,summary')].map(e => {
    const name = nameOf(e);
    seen[name] = (seen[name] ?? 0) + 1;
    return [name + seen[name], e];
  });
};
const watch = new MutationObserver(() => {
  const after = one('.app');
  if (!after || after === before) return;
  watch.disconnect();
  removeEventListener('focusin', note);
  const now = new Map(controls(after));
  controls(before).forEach(([name, was]) => {
    const is = now.get(name);
    if (!is || was.type === 'hidden') return;
    if (was.open) is.open = true;
    if (is.value !== was.value || is.checked !== was.checked) {
      is.value = was.value;
      is.checked = was.checked;
      is.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (was !== focused) return;
    is.focus();
    if (was.selectionStart != null) is.setSelectionRange(was.selectionStart, was.selectionEnd);
  });
});
addEventListener('focusin', note);
watch.observe(document.body, { childList: true, subtree: true });

// Links that keep this address, to a place in the page or to the other language, are made anew when they are about to be
// used: the circuit does not send them with every page.
const renew = ({ target }) => {
  const a = target.closest?.('a[target=_top]');
  if (!a) return;
  const query = location.search.slice(1).split('&').filter(p => p && !(a.lang && p.startsWith('lang=')));
  if (a.lang) query.push('lang=' + a.lang);
  a.setAttribute('href', location.pathname + (query[0] ? '?' : '') + query.join('&') + a.hash);
};
for (const soon of ['pointerover', 'focusin', 'click']) addEventListener(soon, renew, true);

// A panel closes when something else is clicked.
addEventListener('click', e => document.querySelectorAll('details.pick[open]').forEach(panel => {
  if (!panel.contains(e.target)) panel.open = false;
}));

// In a circuit the rows of the list come as one piece of markup. What is done in them is told to their table; the menu of
// acts is filled when it opens, with the links that stand once beneath the table.
const tell = (at, name, detail) => at.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
addEventListener('change', ({ target: box }) => {
  if (box.matches('[data-all]')) document.querySelectorAll('input[name=code]').forEach(b => { b.checked = box.checked; });
  else if (box.name === 'code') tell(box, 'rowtick', { code: box.closest('tr').dataset.code, ticked: box.checked });
});
addEventListener('toggle', ({ target: menu }) => {
  const can = menu.dataset.can;
  if (!can || !menu.open || menu.children[1]) return;
  const tr = menu.closest('tr');
  const way = `?back=${encodeURIComponent(location.search.slice(1))}&at=${[...document.querySelectorAll('tr[data-code]')].indexOf(tr)}`;
  const acts = one('#acts').cloneNode(true);
  acts.hidden = false;
  acts.removeAttribute('id');
  acts.querySelectorAll('a').forEach(a => {
    if (!can.split(' ').includes(a.dataset.act)) a.parentNode.remove();
    a.setAttribute('href', a.getAttribute('href').replace('~', () => encodeURIComponent(tr.dataset.code)) + way);
  });
  menu.append(document.createElement('div'));
  menu.lastChild.append(acts);
}, true);
addEventListener('click', e => {
  const act = e.target.closest('tr [data-act]');
  if (!act || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  tell(act, 'rowact', { code: act.closest('tr').dataset.code, act: act.dataset.act });
}, true);

// What is cut short says itself when pointed at.
addEventListener('mouseover', ({ target: cut }) => {
  if (cut.matches('.fix .ttl,.fix .meta>:last-child') && !cut.title && (cut.scrollHeight > cut.clientHeight + 1 || cut.scrollWidth > cut.clientWidth)) cut.title = cut.textContent.trim();
});

// Single keys: never while somebody types, with a modifier or over a dialog; nowhere, where they are switched off.
const row = () => document.activeElement.closest('tr[data-code]');
const go = path => (one(`.side a[href="${path}"]`) ?? { click: () => location.assign(path) }).click();
const to = { m: '/my', t: '/', d: '/', r: '/recommendations', a: '/workshops', w: '/workshops' };
let led = 0;

const step = by => {
  const titles = [...document.querySelectorAll('main tr[data-code] a.ttl')];
  const here = titles.indexOf(row()?.querySelector('a.ttl'));
  titles.at(here < 0 ? Math.min(0, by) : Math.max(0, here + by) % titles.length)?.focus();
};

// The page /keys as a dialog; failing that, the page itself.
const list = async () => {
  try {
    const page = new DOMParser().parseFromString(await (await fetch('/keys')).text(), 'text/html');
    const dialog = document.createElement('dialog');
    dialog.append(page.getElementById('keys'));
    dialog.setAttribute('aria-labelledby', 'keys-title');
    dialog.querySelector('[method=dialog]').hidden = false;
    dialog.onclose = () => dialog.remove();
    document.body.append(dialog);
    dialog.showModal();
  } catch {
    location.assign('/keys');
  }
};

const acts = {
  '?': list,
  '/': () => { const q = one('main [type=search]'); q ? q.focus() : go(to.r); },
  g: () => { led = Date.now(); },
  n: () => one('a[href="/recommendations/new"]')?.click(),
  j: () => step(1),
  k: () => step(-1),
  x: () => row()?.querySelector('[type=checkbox]')?.click(),
};

addEventListener('keydown', e => {
  const open = one('details.pick[open]');
  if (e.ctrlKey || e.metaKey || e.altKey || !one('.app') || one('dialog[open],[role=dialog]')) return;
  if (e.key === 'Escape' && open) {
    open.open = false;
    open.firstElementChild.focus();
  }
  if (document.body.dataset.keys || e.target.closest('textarea,select,input:not([type=checkbox],[type=radio])')) return;
  const place = Date.now() - led < 1500 && to[e.key];
  led = 0;
  const act = place ? () => go(place) : acts[e.key];
  if (!act) return;
  e.preventDefault();
  act();
});
