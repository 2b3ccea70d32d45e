// `<form data-autosave>`: each change is sent at once, one request at a time in the order made. The
// answer carries parts: every element in it with `data-part` and an id takes the place of the one
// with that id. Those that hold the focus stay, so that typing is never broken. 409 puts both
// versions into the form's conflict place; 422 brings the field errors. What the form began with
// goes along as `base`, so that of two people only what both changed is a conflict.
import { announce } from "./live";
import { clockTime } from "./text";

const SETTLE_MS = 500;
const RETRY_FIRST_MS = 2_000;
const RETRY_MAX_MS = 30_000;

type State = "saved" | "saving" | "failed";

/** What of a control is stored, as far as this page knows; at first what it was shown with. */
const known = new WeakMap<Element, string[]>();

const waiting = new Map<HTMLFormElement, ReturnType<typeof setTimeout>>();
const queue: HTMLFormElement[] = [];
let busy = false;
let retryMs = RETRY_FIRST_MS;

export function startAutosave(): void {
  const note = (event: Event): void => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form?.matches("form[data-autosave]")) later(form);
  };
  document.addEventListener("change", note);
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("form[data-autosave]"))
      return;
    // A button with a name means more than "save": it goes the plain way.
    if (event.submitter instanceof HTMLButtonElement && event.submitter.name !== "") return;
    event.preventDefault();
    now(event.target);
  });
  window.addEventListener("beforeunload", (event) => {
    if (busy || waiting.size > 0 || queue.length > 0) event.preventDefault();
  });
}

function later(form: HTMLFormElement): void {
  clearTimeout(waiting.get(form));
  show("saving", "Đang lưu…");
  waiting.set(
    form,
    setTimeout(() => now(form), SETTLE_MS),
  );
}

function now(form: HTMLFormElement): void {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  if (!queue.includes(form)) queue.push(form);
  void work();
}

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    for (let form = queue[0]; form; form = queue[0]) {
      if (!form.isConnected) {
        queue.shift();
        continue;
      }
      // Taken off before sending: a change made meanwhile queues the form again.
      queue.shift();
      if (!(await send(form))) {
        queue.unshift(form);
        break;
      }
    }
  } finally {
    busy = false;
  }
  if (queue.length > 0) {
    setTimeout(() => void work(), retryMs);
    retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
  }
}

/** False where the network failed and it must be tried again. */
async function send(form: HTMLFormElement): Promise<boolean> {
  show("saving", "Đang lưu…");
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") fields.append(name, value);
  if (fields.has("base")) fields.set("base", JSON.stringify(base(form)));
  const sent = new Map(controls(form).map((control) => [control, values(control)]));
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: fields,
      headers: { "HX-Request": "true", Accept: "text/html" },
      credentials: "same-origin",
    });
    if (answer.status === 503) throw new Error("busy");
    take(form, answer.status, await answer.text(), sent);
    retryMs = RETRY_FIRST_MS;
    return true;
  } catch {
    show("failed", "Chưa lưu được, sẽ tự thử lại. Đừng đóng trang này.");
    return false;
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Those that a person fills in. */
function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element.matches("input:not([type=hidden]), textarea, select") &&
      (element as Control).name !== "",
  );
}

/** What is sent of a control. */
function values(control: Control): string[] {
  if (control instanceof HTMLSelectElement)
    return [...control.selectedOptions].map(({ value }) => value);
  if (isTicked(control)) return control.checked ? [control.value] : [];
  return [control.value];
}

function shownFirst(control: Control): string[] {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    const chosen = options.filter(({ defaultSelected }) => defaultSelected);
    const first = control.multiple || chosen.length > 0 ? chosen : options.slice(0, 1);
    return first.map(({ value }) => value);
  }
  if (isTicked(control)) return control.defaultChecked ? [control.value] : [];
  return [control.defaultValue];
}

function isTicked(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function base(form: HTMLFormElement): [string, string][] {
  return controls(form).flatMap((control) =>
    (known.get(control) ?? shownFirst(control)).map((value): [string, string] => [
      control.name,
      value,
    ]),
  );
}

/** What somebody else changed is shown where nobody is typing. True where there was any. */
function takeNews(form: HTMLFormElement, answer: Document): boolean {
  const news = answer.querySelectorAll<HTMLElement>("[data-news]");
  for (const one of news) {
    const name = one.dataset["news"] ?? "";
    const value = one.getAttribute("value") ?? "";
    const named = controls(form).filter((control) => control.name === name);
    const control = named[0];
    if (!control || named.length > 1 || control === document.activeElement) continue;
    // Lists are left as they are, and as they are known: what was not touched is never sent.
    if (control instanceof HTMLSelectElement && control.matches("[data-combobox], [data-dressed]"))
      continue;
    const before = known.get(control) ?? shownFirst(control);
    if (values(control).join("\n") !== before.join("\n")) continue;
    if (isTicked(control)) control.checked = value !== "";
    else control.value = value;
    known.set(control, values(control));
  }
  return news.length > 0;
}

function take(
  form: HTMLFormElement,
  status: number,
  html: string,
  sent: Map<Control, string[]>,
): void {
  const answer = new DOMParser().parseFromString(html, "text/html");
  for (const fault of form.querySelectorAll(".ds-validation-message")) {
    fault.textContent = "";
    fault.removeAttribute("data-forget");
  }
  swapParts(answer);
  tellFaults(form);
  if (status === 409) {
    showConflict(form, answer);
  } else if (status === 422) {
    show("failed", "Chưa lưu: hãy sửa chỗ được báo lỗi.");
    form.dispatchEvent(new CustomEvent("caicach:refused", { bubbles: true, detail: form }));
  } else if (status >= 400) {
    show("failed", "Chưa lưu được. Hãy tải lại trang rồi thử lần nữa.");
  } else {
    for (const [control, value] of sent) known.set(control, value);
    const withOthers = takeNews(form, answer) ? ", cùng sửa đổi của người khác" : "";
    show("saved", `Đã lưu lúc ${clockTime(new Date())}${withOthers}`);
    // The answer may have taken the form away: then the document tells of it.
    const teller = form.isConnected ? form : document;
    teller.dispatchEvent(new CustomEvent("caicach:saved", { bubbles: true, detail: form }));
  }
}

function swapParts(answer: Document): void {
  for (const fresh of answer.querySelectorAll<HTMLElement>("[data-part][id]")) {
    const old = document.getElementById(fresh.id);
    if (!old || old.contains(document.activeElement)) continue;
    old.replaceWith(document.adoptNode(fresh));
  }
}

/** A control says for itself whether it is wrong, and where it is said why. */
function tellFaults(form: HTMLFormElement): void {
  for (const fault of form.querySelectorAll<HTMLElement>(".ds-validation-message[id^='loi-']")) {
    const control = document.getElementById(fault.id.slice("loi-".length));
    if (!control) continue;
    const others = (control.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => id && id !== fault.id);
    const isWrong = fault.textContent !== "";
    const all = isWrong ? [...others, fault.id] : others;
    if (isWrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
    if (all.length > 0) control.setAttribute("aria-describedby", all.join(" "));
    else control.removeAttribute("aria-describedby");
  }
}

function showConflict(form: HTMLFormElement, answer: Document): void {
  show("failed", "Người khác vừa sửa mục này. Hãy chọn bản giữ lại.");
  const fresh = answer.querySelector<HTMLElement>("[data-conflict-panel]");
  const place = form.parentElement?.querySelector<HTMLElement>("[data-conflict]") ?? form;
  if (!fresh) return;
  const panel = document.adoptNode(fresh);
  place.replaceChildren(panel);
  panel.tabIndex = -1;
  panel.focus();
}

function show(state: State, text: string): void {
  for (const status of document.querySelectorAll<HTMLElement>("[data-save-status]")) {
    status.dataset["state"] = state;
    status.textContent = text;
  }
  if (state !== "saving") announce(text);
}
