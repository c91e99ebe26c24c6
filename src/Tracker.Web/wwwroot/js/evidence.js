// Photos go smaller, files in parts. Without it the form does all.
const form = document.querySelector("[data-of]"), words = form?.dataset, fields = form?.elements, kept = sessionStorage, part = 524288;
const say = (key, n) => form.querySelector("[aria-live]").textContent = (words[key] ?? key).replace("{0}", n);

async function smaller(photo) {
  if (!/jpeg|png/.test(photo.type)) return photo;
  try {
    const image = await createImageBitmap(photo), scale = Math.min(1, 1600 / Math.max(image.width, image.height));
    const sheet = document.createElement("canvas"), pen = sheet.getContext("2d");
    const w = sheet.width = image.width * scale, h = sheet.height = image.height * scale;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, w, h);
    pen.drawImage(image, 0, 0, w, h);
    const small = await new Promise(on => sheet.toBlob(on, "image/jpeg", .8));
    return small?.size < photo.size ? new File([small], photo.name.replace(/\.\w+$/, ".jpg")) : photo;
  } catch { return photo }
}

// Answers say how far the server is; after a cut it is asked
async function send(file) {
  const { name, size } = file, key = location.pathname + name + size;
  const post = (to, body) => fetch(to, { method: "POST", body, headers: { RequestVerificationToken: fields.__RequestVerificationToken.value } });
  for (let at, cuts = 0; ;) {
    const known = kept[key];
    let said;
    try {
      said = await (await (!known ? post(words.parts, new URLSearchParams({ code: words.of, name, size }))
        : at >= 0 ? post(`${known}?at=${at}`, file.slice(at, at + part)) : fetch(known))).json();
    } catch (cut) {
      if (++cuts > 40) throw cut;
      at = -1;
      say("waiting");
      await new Promise(on => setTimeout(on, 3000));
      continue;
    }
    if (said.message) {
      delete kept[key];
      if (known && !(at >= 0)) continue;
      return say(said.message);
    }
    kept[key] = said.address;
    at = said.received;
    cuts = 0;
    say("sending", Math.floor(100 * at / size));
    if (at == size) return delete kept[key], said.id;
  }
}

form?.addEventListener("submit", async event => {
  const input = fields["Input.File"], file = input.files[0], button = event.submitter;
  if (!file) return;
  event.preventDefault();
  button.disabled = true;
  try {
    const id = await send(await smaller(file));
    if (!id) return button.disabled = false;
    fields["Input.Upload"].value = id;
    input.value = "";
  } catch { /* the plain form tries */ }
  form.submit();
});
