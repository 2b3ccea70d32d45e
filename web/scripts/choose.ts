/** `<label data-check-all="agency" hidden>` with a box: checks all boxes of that name in a form. */
export function dressCheckAll(root: ParentNode): void {
  for (const label of root.querySelectorAll<HTMLLabelElement>("label[data-check-all][hidden]")) {
    const all = label.querySelector<HTMLInputElement>("input");
    const form = label.closest("form");
    if (!all || !form) continue;
    const boxes = form.querySelectorAll<HTMLInputElement>(
      `input[type=checkbox][name="${label.dataset["checkAll"]}"]`,
    );
    all.addEventListener("change", () => {
      for (const box of boxes) box.checked = all.checked;
    });
    form.addEventListener("change", (event) => {
      if (event.target !== all) all.checked = [...boxes].every((box) => box.checked);
    });
    label.hidden = false;
  }
}
