// The one script of all pages. Every page works without it; each module looks for its own data-…
// marks, now and again after htmx has put a fragment in, and leaves alone what it has already
// dressed.
import { startAutosave } from "./autosave";
import { dressCheckAll } from "./choose";
import { dressComboboxes } from "./combobox";
import { dressDrafts, startDrafts } from "./drafts";
import { focusFirstError } from "./errors";
import { offerInstalling } from "./install";
import { startLive } from "./live";
import { startMenu } from "./menu";
import { startPrintButtons } from "./print";
import { startReview } from "./review";
import { dressUploads } from "./upload";

function dress(root: ParentNode): void {
  // First: what is filled in again is dressed like the rest.
  dressDrafts(root);
  dressComboboxes(root);
  dressUploads(root);
  dressCheckAll(root);
  startPrintButtons(root);
}

document.documentElement.classList.add("js");
startLive();
startMenu();
startDrafts();
// Before drafts are filled in again: those of a form that saves itself go to the server at once.
startAutosave();
dress(document);
startReview();
focusFirstError(document);
offerInstalling();

for (const name of ["htmx:load", "caicach:shown"]) {
  document.addEventListener(name, (event) => {
    if (event.target instanceof Element) dress(event.target);
  });
}
