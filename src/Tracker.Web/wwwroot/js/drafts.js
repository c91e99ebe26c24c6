// Unsaved text of forms marked data-draft: on this device at each key, on the server two seconds after the last one.
const keyOf = form => `draft ${form.dataset.account} ${form.dataset.draft}`;
const typed = form => Object.fromEntries([...new FormData(form)].filter(([name]) => name.startsWith('Input.')));
const say = (form, what) => {
  const line = form.querySelector('[data-kept]');
  if (line) line.textContent = line.dataset[what].replace('{0}', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }));
};
const fill = (form, fields) => Object.entries(fields).forEach(([name, value]) => {
  const field = form.elements[name];
  if (!field) return;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
});
let timer;

const keep = async form => {
  if (!form.isConnected) return;
  const body = new URLSearchParams(new FormData(form));
  body.set('form', form.dataset.draft);
  try {
    const answer = await fetch('/drafts', { method: 'POST', body });
    if (!answer.ok) throw answer.status;
    say(form, 'server');
  } catch {
    say(form, 'cut');
    timer = setTimeout(() => keep(form), 5000);
  }
};

addEventListener('input', e => {
  const form = e.target.closest?.('form[data-draft]');
  if (!form) return;
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields: typed(form) }));
    say(form, 'device');
  } catch { /* No room or no leave on this device: the server keeps it. */ }
  clearTimeout(timer);
  timer = setTimeout(() => keep(form), 2000);
});

addEventListener('submit', e => {
  const form = e.target.closest('form[data-draft]');
  if (!form) return;
  clearTimeout(timer);
  if (navigator.onLine) return;
  e.preventDefault();
  e.stopPropagation();
  say(form, 'offline');
  timer = setTimeout(() => keep(form), 5000);
}, true);

// What this device holds is offered where it is newer than the server's, and was not saved meanwhile.
const offer = async form => {
  const held = JSON.parse(localStorage.getItem(keyOf(form)));
  const line = document.querySelector('[data-on-device]');
  const server = document.querySelector('[data-draft-at]');
  const forget = () => localStorage.removeItem(keyOf(form));
  if (!held || !line) return;
  const answer = await fetch(`/drafts?command=${held.fields['Input.CommandId']}`);
  if (!answer.ok) return;
  if ((await answer.json()).saved || held.at <= +(server?.dataset.draftAt ?? 0)) return forget();
  if (JSON.stringify(held.fields) === JSON.stringify(typed(form))) return;
  if (server) server.hidden = true;
  line.hidden = false;
  form.before(line);
  line.querySelector('[data-resume]').onclick = () => {
    fill(form, held.fields);
    line.hidden = true;
    keep(form);
    form.elements['Input.Text']?.focus();
  };
  line.querySelector('[data-discard]').onclick = () => {
    forget();
    line.hidden = true;
    if (server) server.hidden = false;
  };
};
document.querySelectorAll('form[data-draft]').forEach(form => offer(form).catch(() => {}));
