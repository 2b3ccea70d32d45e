// `<form data-draft>`: what is typed stays in this browser until it is sent, so that no lost
// connection, closed page or ended session costs a word. Only for the person who is signed in, only
// what is typed (no files), for some days, and gone when it was sent or the person signs out.
// `data-draft-path` takes the same quietly after a pause, for colleagues and other machines; then
// this browser needs its copy no longer. `data-draft-taken` names what the server took already.
import { announce } from "./live";
import { clockTime, moment } from "./text";

const DAYS_MAX = 14;
const DRAFTS_MAX = 20;
const CHARACTERS_MAX = 50_000;
const TYPED_MS = 400;
const PAUSE_MS = 3_000;
const RETRY_MS = 30_000;
const SETTLE_MS_MAX = 5_000;
const PREFIX = "caicach.draft.";
const LEAVING = "caicach.leaving";
const SENT = "caicach.sent";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Kept {
  at: number;
  key: string;
  version: string;
  /** Name and values of each control, in their order. */
  fields: string[][];
}

interface Work {
  typed?: ReturnType<typeof setTimeout>;
  pause?: ReturnType<typeof setTimeout>;
  saving?: Promise<void>;
  isAsked: boolean;
  isConflict: boolean;
  isSent: boolean;
}
const works = new WeakMap<HTMLFormElement, Work>();

/** Once for each page: whoever signed out leaves nothing behind, and old drafts go. */
export function startDrafts(): void {
  const left = read(LEAVING);
  if (left !== null) {
    remove(LEAVING);
    if (left !== person()) removeWhere((name) => name.startsWith(`${PREFIX}${left} `));
  }
  dropSent();
  removeWhere((name) => name.startsWith(PREFIX) && isOld(name));
  document.addEventListener("submit", ({ target }) => {
    if (target instanceof HTMLFormElement && works.has(target)) noteSent(target);
    const isLeaving =
      target instanceof HTMLFormElement && target.getAttribute("action") === "/dang-xuat";
    // They go when the next page says that it worked: without a connection it did not.
    if (isLeaving && person() !== "") write(LEAVING, person());
  });
  // Forms that save themselves: the copy goes when the server has it all, and what it must not
  // have stays in no copy either.
  document.addEventListener("caicach:saved", (event) => {
    const form = (event as CustomEvent).detail;
    if (form instanceof HTMLFormElement) dropSaved(form);
  });
  document.addEventListener("caicach:refused", (event) => {
    const form = (event as CustomEvent).detail;
    if (form instanceof HTMLFormElement && works.has(form)) keep(form);
  });
  window.addEventListener("online", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]"))
      if (read(nameOf(form)) !== null) void save(form);
  });
}

export function dressDrafts(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>(
    "form[data-draft]:not([data-draft-dressed])",
  )) {
    if (person() === "") return;
    form.dataset["draftDressed"] = "";
    works.set(form, { isAsked: false, isConflict: false, isSent: false });
    restore(form);
    dressConflict(form);
    form.addEventListener("input", () => typed(form));
    form.addEventListener("change", () => typed(form));
    window.addEventListener("pagehide", () => keepNow(form));
  }
}

/** Before the form is sent: what is on its way to the server as a draft arrives first. */
export async function settleDraft(form: HTMLFormElement): Promise<void> {
  const work = works.get(form);
  if (!work) return;
  clearTimeout(work.pause);
  keepNow(form);
  const enough = new Promise<void>((resolve) => setTimeout(resolve, SETTLE_MS_MAX));
  await Promise.race([work.saving, enough]);
}

/** The server has it all. */
export function forgetDraft(form: HTMLFormElement): void {
  const work = works.get(form);
  if (!work) return;
  work.isSent = true;
  clearTimeout(work.typed);
  clearTimeout(work.pause);
  remove(nameOf(form));
}

/** Beside the buttons. */
export function say(form: HTMLFormElement, text: string, isUrgent = false): void {
  let place = form.querySelector<HTMLElement>("[data-form-status]");
  if (!place) {
    place = document.createElement("p");
    place.className = "form__status";
    place.dataset["formStatus"] = "";
    form.append(place);
  }
  place.dataset["state"] = isUrgent ? "failed" : "saved";
  place.textContent = text;
  announce(text);
}

function typed(form: HTMLFormElement): void {
  const work = works.get(form);
  if (!work) return;
  work.isSent = false;
  clearTimeout(work.typed);
  clearTimeout(work.pause);
  work.typed = setTimeout(() => keepNow(form), TYPED_MS);
  work.pause = setTimeout(() => void save(form), PAUSE_MS);
}

/** What a form says of the state it changes: a newer one comes back when it was taken. */
function versionOf(form: HTMLFormElement): string {
  return hidden(form, "version")?.value ?? "";
}

function noteSent(form: HTMLFormElement): void {
  write(SENT, JSON.stringify([nameOf(form), versionOf(form)]));
}

/** The page after a form was sent: its copy goes where that page says "done", or brings the form in
 * a newer version without a fault. Any other page, as the browser's own, leaves it. */
function dropSent(): void {
  const note = read(SENT);
  if (note === null) return;
  remove(SENT);
  const [name = "", version = ""] = JSON.parse(note) as string[];
  const isNewer = [...document.querySelectorAll<HTMLFormElement>("form[data-draft]")].some(
    (form) => nameOf(form) === name && versionOf(form) !== version,
  );
  const isFault = document.querySelector("[data-error-summary]") !== null;
  if (document.querySelector("[data-done]") || (isNewer && !isFault)) remove(name);
}

/** Words that were typed while the rest was on its way keep their copy. */
function dropSaved(form: HTMLFormElement): void {
  const work = works.get(form);
  if (!work || work.typed !== undefined) return;
  forgetDraft(form);
  form.parentElement?.querySelector("[data-draft-notice]")?.remove();
}

function keepNow(form: HTMLFormElement): void {
  const work = works.get(form);
  if (!work || work.isSent || work.typed === undefined || !form.isConnected) return;
  clearTimeout(work.typed);
  delete work.typed;
  keep(form);
}

function keep(form: HTMLFormElement): void {
  const kept: Kept = {
    at: Date.now(),
    key: hidden(form, "key")?.value ?? "",
    version: hidden(form, "draft_version")?.value ?? "",
    fields: fields(form),
  };
  const text = JSON.stringify(kept);
  if (text.length > CHARACTERS_MAX) return;
  makeRoom(nameOf(form));
  write(nameOf(form), text);
}

function restore(form: HTMLFormElement): void {
  const kept = parse(read(nameOf(form)));
  if (!kept) return;
  const taken = (form.dataset["draftTaken"] ?? "").split(" ");
  const isTaken = kept.key !== "" && taken.includes(kept.key);
  if (isTaken || JSON.stringify(kept.fields) === JSON.stringify(fields(form))) {
    remove(nameOf(form));
    return;
  }
  // The page shows what was refused just now: that is newer.
  if (document.querySelector("[data-error-summary]")) return;
  const before = { key: hidden(form, "key")?.value, version: hidden(form, "draft_version")?.value };
  fill(form, kept.fields);
  // A form that saves itself goes on with what it had not saved.
  if (form.matches("[data-autosave]")) form.dispatchEvent(new Event("change", { bubbles: true }));
  set(form, "key", kept.key);
  set(form, "draft_version", kept.version);
  const notice = noticeOf(new Date(kept.at), () => {
    form.reset();
    set(form, "key", before.key);
    set(form, "draft_version", before.version);
    const work = works.get(form);
    if (work) clearTimeout(work.pause);
    remove(nameOf(form));
    notice.remove();
    announce("Đã bỏ bản nháp trên máy này.");
  });
  form.before(notice);
}

function noticeOf(at: Date, drop: () => void): HTMLElement {
  const notice = document.createElement("div");
  notice.className = "ds-alert";
  notice.dataset["color"] = "info";
  notice.dataset["draftNotice"] = "";
  notice.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = `Bản nháp trên máy này, lưu lúc ${moment(at)}, chưa gửi.`;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button button-small";
  button.dataset["variant"] = "secondary";
  button.textContent = "Bỏ bản nháp trên máy này";
  button.addEventListener("click", drop);
  notice.append(words, button);
  return notice;
}

/** One at a time: each answer brings the version that the next one is based on. */
async function save(form: HTMLFormElement): Promise<void> {
  const work = works.get(form);
  const path = form.dataset["draftPath"];
  if (!work || !path || work.isConflict || work.isSent || !form.isConnected) return;
  if (work.saving) {
    work.isAsked = true;
    return;
  }
  keepNow(form);
  work.saving = send(form, work, path);
  await work.saving;
  delete work.saving;
  if (!work.isAsked) return;
  work.isAsked = false;
  await save(form);
}

async function send(form: HTMLFormElement, work: Work, path: string): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") body.append(name, value);
  const sent = JSON.stringify(fields(form));
  let answer: Response;
  let page: Document;
  try {
    answer = await fetch(path, {
      method: "POST",
      body,
      headers: { "HX-Request": "true", Accept: "text/html" },
      credentials: "same-origin",
    });
    if (answer.status >= 502) throw new Error("away");
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    say(form, "Mất kết nối: bản nháp giữ trên máy này, có mạng sẽ lưu lên máy chủ.", true);
    work.pause = setTimeout(() => void save(form), RETRY_MS);
    return;
  }
  // While it was on its way the form itself may have been sent.
  if (work.isSent) return;
  if (answer.ok) {
    set(form, "draft_version", hidden(page, "draft_version")?.value);
    if (JSON.stringify(fields(form)) === sent) remove(nameOf(form));
    form.parentElement?.querySelector("[data-draft-notice]")?.remove();
    say(form, `Đã lưu nháp lúc ${clockTime(new Date())}.`);
  } else if (answer.status === 409 && page.querySelector("[data-conflict-panel]")) {
    showConflict(form, page);
  } else if (answer.status === 401 || answer.status === 403) {
    say(form, "Phiên làm việc đã hết: bản nháp giữ trên máy này. Hãy đăng nhập lại.", true);
  } else {
    const why = page.querySelector("main p, body > p")?.textContent ?? "";
    say(form, `Chưa lưu nháp lên máy chủ; bản trên máy này vẫn giữ. ${why}`, true);
  }
}

function showConflict(form: HTMLFormElement, page: Document): void {
  const fresh = page.querySelector<HTMLElement>("[data-conflict-panel]");
  const place = conflictPlace(form);
  if (!fresh || !place) return;
  const panel = document.adoptNode(fresh);
  place.replaceChildren(panel);
  panel.tabIndex = -1;
  panel.focus();
  dressConflict(form);
  say(form, "Người khác vừa lưu bản nháp khác. Hãy chọn bản giữ lại.", true);
}

function conflictPlace(form: HTMLFormElement): HTMLElement | null {
  return form.parentElement?.querySelector<HTMLElement>("[data-conflict]") ?? null;
}

/** The choice is made here, so that a chosen file and later words stay. */
function dressConflict(form: HTMLFormElement): void {
  const work = works.get(form);
  const panel = conflictPlace(form)?.querySelector<HTMLElement>("[data-conflict-panel]");
  if (!work || !panel) return;
  work.isConflict = true;
  const mine = panel.querySelector("form");
  mine?.addEventListener("submit", (event) => {
    event.preventDefault();
    set(form, "draft_version", hidden(mine, "draft_version")?.value);
    work.isConflict = false;
    panel.remove();
    void save(form);
  });
  panel.querySelector("a")?.addEventListener("click", () => forgetDraft(form));
}

function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element.matches("input:not([type=hidden], [type=file]), textarea, select") &&
      (element as Control).name !== "" &&
      !isToForget(element),
  );
}

/** The server refused it as what must not be kept anywhere: a state secret. */
function isToForget(control: Element): boolean {
  return document.getElementById(`loi-${control.id}`)?.hasAttribute("data-forget") ?? false;
}

function isTicked(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

function fields(form: HTMLFormElement): string[][] {
  return controls(form).map((control) => {
    if (control instanceof HTMLSelectElement)
      return [control.name, ...[...control.selectedOptions].map(({ value }) => value)];
    if (isTicked(control)) return [control.name, ...(control.checked ? [control.value] : [])];
    return [control.name, control.value];
  });
}

/** A form that has changed since gets what it still has room for. */
function fill(form: HTMLFormElement, kept: string[][]): void {
  const left = [...kept];
  for (const control of controls(form)) {
    const at = left.findIndex(([name]) => name === control.name);
    const [, ...values] = left[at] ?? [];
    if (at < 0) continue;
    left.splice(at, 1);
    if (control instanceof HTMLSelectElement)
      for (const option of control.options) option.selected = values.includes(option.value);
    else if (isTicked(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}

function hidden(root: ParentNode, name: string): HTMLInputElement | null {
  return root.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
}

function set(form: HTMLFormElement, name: string, value: string | undefined): void {
  const input = hidden(form, name);
  if (input && value) input.value = value;
}

function person(): string {
  return document.body.dataset["person"] ?? "";
}

function nameOf(form: HTMLFormElement): string {
  return `${PREFIX}${person()} ${form.getAttribute("action") ?? ""}`;
}

function parse(text: string | null): Kept | undefined {
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Kept;
    return Array.isArray(kept.fields) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isOld(name: string): boolean {
  const at = parse(read(name))?.at ?? 0;
  return Date.now() - at > DAYS_MAX * 24 * 3600 * 1000;
}

/** The oldest make room for a new one. */
function makeRoom(wanted: string): void {
  const drafts = names().filter((name) => name.startsWith(PREFIX) && name !== wanted);
  const age = (name: string): number => parse(read(name))?.at ?? 0;
  drafts.sort((a, b) => age(b) - age(a));
  for (const name of drafts.slice(DRAFTS_MAX - 1)) remove(name);
}

function removeWhere(isMeant: (name: string) => boolean): void {
  for (const name of names().filter(isMeant)) remove(name);
}

// A browser may have no room, or keep nothing at all: then it is as if there was no draft.
function names(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Full or forbidden: the form itself is still there.
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
