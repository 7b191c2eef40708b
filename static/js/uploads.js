// Says at once what the server would refuse after a long upload. The server decides all the same.
"use strict";

function refusal(box, input) {
  const types = input.accept.split(",").map((type) => type.trim().toLowerCase()).filter((type) => type.startsWith("."));
  const limit = Number(box.dataset.maxBytes);
  for (const file of input.files) {
    const name = file.name.toLowerCase();
    if (types.length && !types.some((type) => name.endsWith(type))) return `${file.name}: ${box.dataset.wrongType}`;
    if (limit && file.size > limit) return `${file.name}: ${box.dataset.tooLarge}`;
  }
  return "";
}

document.addEventListener("change", (event) => {
  const box = event.target.closest("[data-upload]");
  if (!box || event.target.type !== "file") return;
  const words = refusal(box, event.target);
  box.querySelector("[data-upload-note]").textContent = words;
  box.classList.toggle("is-invalid", words !== "");
});
