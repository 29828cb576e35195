// Makes what already works a little smoother. Nothing here is needed to use Koers.
"use strict";

// After a part of the page was replaced, the sentence marked data-aankondiging is read aloud.
document.addEventListener("htmx:afterSettle", (event) => {
  const zin = event.detail.elt.querySelector("[data-aankondiging]");
  const plek = document.getElementById("aankondiging");
  if (zin && plek) plek.textContent = zin.textContent;
});

// What could not be saved is said where it would have been said that it was.
for (const fout of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(fout, (event) => {
    const plek = event.detail.target;
    if (plek && plek.dataset.fout) plek.textContent = plek.dataset.fout;
  });
}

// Escape, or a click beside it, closes an open choice; focus goes back to its word.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const keuze of document.querySelectorAll("details.keuze[open], .onderbalk details[open]")) {
    keuze.open = false;
    keuze.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const keuze of document.querySelectorAll("details.keuze[open], .onderbalk details[open]")) {
    if (!keuze.contains(event.target)) keuze.open = false;
  }
});

// The link past the frame leaves no #inhoud in the address: with it a browser passes autofocus by on the next
// page, and who works by keyboard would not land on what is wrong in a form.
document.querySelector(".springlink")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("inhoud").focus();
});
