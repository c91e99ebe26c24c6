// The line that tells of a lost connection. Nothing is veiled and nothing typed is thrown away unasked.
const line = document.getElementById("components-reconnect-modal");
const hasTyped = () =>
  [...document.querySelectorAll("main input, main textarea, .mud-dialog input, .mud-dialog textarea")].some(
    (field) => !field.readOnly && /^(text|search|email|url|tel|number|textarea)$/.test(field.type) && field.value !== field.defaultValue,
  );
// The circuit is gone: load the page anew, unless something typed would be lost; then the line offers it.
const giveUp = () => {
  if (hasTyped()) line.classList.add("components-reconnect-rejected");
  else location.reload();
};
const onceVisible = () => {
  if (document.visibilityState === "visible") retry();
};
async function retry() {
  document.removeEventListener("visibilitychange", onceVisible);
  try {
    if (!(await Blazor.reconnect()) && !(await Blazor.resumeCircuit())) giveUp();
  } catch {
    document.addEventListener("visibilitychange", onceVisible);
  }
}
async function resume() {
  try {
    if (!(await Blazor.resumeCircuit())) giveUp();
  } catch {
    giveUp();
  }
}
line?.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  if (detail.state === "failed") document.addEventListener("visibilitychange", onceVisible);
  if (detail.state === "rejected") giveUp();
});
document.getElementById("components-reconnect-button")?.addEventListener("click", retry);
document.getElementById("components-resume-button")?.addEventListener("click", resume);
document.getElementById("reconnect-reload")?.addEventListener("click", () => location.reload());
