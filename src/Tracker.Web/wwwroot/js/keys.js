// Never while somebody types, with a modifier or over a dialog.
const one = s => document.querySelector(s);
const row = () => document.activeElement.closest('tr[data-code]');
const go = path => (one(`.side a[href="${path}"]`) ?? { click: () => location.assign(path) }).click();
const to = { t: '/', d: '/', r: '/recommendations', a: '/workshops', w: '/workshops' };
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
  if (e.ctrlKey || e.metaKey || e.altKey || one('dialog[open],[role=dialog]')) return;
  if (e.key === 'Escape' && open) {
    open.open = false;
    open.firstElementChild.focus();
  }
  if (e.target.closest('textarea,select,input:not([type=checkbox],[type=radio])')) return;
  const place = Date.now() - led < 1500 && to[e.key];
  led = 0;
  const act = place ? () => go(place) : acts[e.key];
  if (!act) return;
  e.preventDefault();
  act();
});
