// The line that tells of a lost connection, and the text that outlives it. Nothing is veiled, nothing typed is lost: it
// waits in this tab, under the address of its form, until the form is saved or left.
const line = () => document.getElementById("components-reconnect-modal");
// A form in a dialog, or under its row in the list.
const form = ".mud-dialog, [data-writing]";
const dialog = () => document.querySelector(form);
const here = () => location.pathname + location.search;
const written = (root) =>
  [...root.querySelectorAll("input, textarea, select")].filter((f) => f.name && !/^(hidden|password|file|submit|button)$/.test(f.type));
const box = (f) => /^(checkbox|radio)$/.test(f.type);
const stored = (key) => JSON.parse(sessionStorage.getItem(`text:${key}`));
const forget = (key) => sessionStorage.removeItem(`text:${key}`);
// The link that opened the dialog in view; its address is the dialog's name.
let opener = null;
// The link followed inside it, where a form comes in two steps.
let step = null;
let open = false;

const hasTyped = () =>
  !!dialog() ||
  [...document.querySelectorAll("main input, main textarea")].some(
    (f) => !f.readOnly && /^(text|search|email|url|tel|number|textarea)$/.test(f.type) && f.value !== f.defaultValue,
  );

function keep() {
  const fields = written(dialog()).map((f) => [f.name, box(f) ? `${f.value}=${f.checked}` : f.value]);
  sessionStorage.setItem(`text:${here()}`, JSON.stringify({ opener, step, fields }));
}

function fill({ fields }) {
  const to = written(dialog());
  for (const [name, value] of fields) {
    const same = to.filter((f) => f.name === name);
    const field = box(same[0] ?? {}) ? same.find((f) => value.startsWith(`${f.value}=`)) : same[0];
    if (!field) continue;
    if (box(field)) {
      if (field.checked !== value.endsWith("=true")) field.click();
    } else if (field.value !== value) {
      field.value = value;
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}

function say(state) {
  line()?.classList.remove("text-kept", "text-back");
  if (state) line()?.classList.add(state);
}

const link = (root, address) => [...root.querySelectorAll("a[href]")].find((a) => a.getAttribute("href") === address);

// Opens the same dialog again, goes the same step in it, and fills the fields as they come.
function takeUp() {
  const text = stored(here());
  const at = text && link(document.querySelector("main"), text.opener);
  if (!at) return say(null);
  const filled = new MutationObserver(() => {
    const seen = dialog();
    if (!seen) return;
    const next = text.step && link(seen, text.step);
    if (next && !written(seen).length) return next.click();
    if (!written(seen).length) return;
    filled.disconnect();
    fill(text);
    say("text-back");
  });
  filled.observe(document.body, { childList: true, subtree: true });
  at.click();
}

const offer = () => {
  if (!dialog() && stored(here())) say("text-kept");
};

document.addEventListener(
  "click",
  ({ target }) => {
    const a = target.closest?.("a[href]");
    if (a?.closest(form)) step = a.getAttribute("href");
    else if (a?.closest("main")) [opener, step] = [a.getAttribute("href"), null];
    if (target.closest?.("#components-reconnect-button")) retry();
    if (target.closest?.("#components-resume-button")) resume();
    if (target.closest?.("#reconnect-reload")) location.reload();
    if (target.closest?.("#text-take-up")) takeUp();
    if (target.closest?.("#text-drop")) (forget(here()), say(null));
  },
  true,
);
document.addEventListener("input", ({ target }) => target.closest(form) && keep());
document.addEventListener("submit", ({ target }) => target.matches("[action='/account/logout']") && sessionStorage.clear(), true);

// A dialog that goes while the line holds was saved or left; one that goes with the circuit was not.
let cut = false;
new MutationObserver(() => {
  const was = open;
  open = !!dialog();
  if (was && !open) {
    if (!cut) (forget(here()), say(null));
    else offer();
  }
  if (line()?.hasAttribute("data-live") && !line().dataset.met) {
    line().dataset.met = "yes";
    offer();
  }
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-live"] });

const onceVisible = () => {
  if (document.visibilityState === "visible") retry();
};
async function retry() {
  document.removeEventListener("visibilitychange", onceVisible);
  try {
    if (!(await Blazor.reconnect()) && (hasTyped() || !(await Blazor.resumeCircuit()))) location.reload();
  } catch {
    document.addEventListener("visibilitychange", onceVisible);
  }
}
async function resume() {
  try {
    if (!(await Blazor.resumeCircuit())) location.reload();
  } catch {
    location.reload();
  }
}
// Not bubbling, and the line itself is another element once the circuit has drawn it.
document.addEventListener(
  "components-reconnect-state-changed",
  ({ detail }) => {
    cut = detail.state !== "hide";
    if (detail.state === "failed") document.addEventListener("visibilitychange", onceVisible);
    if (detail.state === "rejected" || detail.state === "resume-failed") location.reload();
  },
  true,
);

// A page out of sight gives its circuit back, unless something is being written in it; seen again, it takes up its state.
let hidden = 0;
let paused = false;
const takeUpCircuit = () => {
  paused = false;
  resume();
};
async function pause() {
  if (hasTyped() || !line()?.hasAttribute("data-live")) return;
  paused = await Blazor.pauseCircuit();
  if (paused && document.visibilityState === "visible") takeUpCircuit();
}
document.addEventListener("visibilitychange", () => {
  clearTimeout(hidden);
  if (document.visibilityState === "hidden") hidden = setTimeout(pause, 1000 * line()?.dataset.pauseAfter);
  else if (paused) takeUpCircuit();
});
