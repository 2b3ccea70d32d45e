// `<form data-autosave>`: each change is sent at once, one request at a time in the order made. The
// answer carries parts: every element in it with `data-part` and an id takes the place of the one
// with that id. Those that hold the focus stay, so that typing is never broken. 409 puts both
// versions into the form's conflict place; 422 brings the field errors.
import { announce } from "./live";
import { clockTime } from "./text";

const SETTLE_MS = 500;
const RETRY_FIRST_MS = 2_000;
const RETRY_MAX_MS = 30_000;

type State = "saved" | "saving" | "failed";

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
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: fields,
      headers: { "HX-Request": "true", Accept: "text/html" },
      credentials: "same-origin",
    });
    if (answer.status === 503) throw new Error("busy");
    take(form, answer.status, await answer.text());
    retryMs = RETRY_FIRST_MS;
    return true;
  } catch {
    show("failed", "Chưa lưu được, sẽ tự thử lại. Đừng đóng trang này.");
    return false;
  }
}

function take(form: HTMLFormElement, status: number, html: string): void {
  const answer = new DOMParser().parseFromString(html, "text/html");
  for (const fault of form.querySelectorAll(".ds-validation-message")) fault.textContent = "";
  swapParts(answer);
  tellFaults(form);
  if (status === 409) {
    showConflict(form, answer);
  } else if (status === 422) {
    show("failed", "Chưa lưu: hãy sửa chỗ được báo lỗi.");
  } else if (status >= 400) {
    show("failed", "Chưa lưu được. Hãy tải lại trang rồi thử lần nữa.");
  } else {
    show("saved", `Đã lưu lúc ${clockTime(new Date())}`);
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
