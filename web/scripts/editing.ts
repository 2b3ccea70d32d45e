// For pages on which articles are written, and only there. Without it the text is written as
// Markdown in its field, and the lines of pictures are copied by hand.
import { dressEditors } from "./editor";
import { dressInserts } from "./insert";
import { startLive } from "./live";

function dress(root: ParentNode): void {
  dressEditors(root);
  dressInserts(root);
}

startLive();
dress(document);
document.addEventListener("caicach:shown", ({ target }) => {
  if (target instanceof Element) dress(target);
});
