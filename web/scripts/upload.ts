// `<form data-upload>` with a file field: sends it in the background and shows how far it is. The
// answer is the same page or redirect that a plain form would get. A form with a `key` is taken
// once by the server however often it is sent: where the connection is gone it goes again by
// itself.
import { forgetDraft, say, settleDraft } from "./drafts";
import { announce } from "./live";
import { focusFirstError } from "./errors";

const STEP_ANNOUNCED_PERCENT = 25;
const SEND_MS_MAX = 330_000;
const PROBE_MS = 10_000;
const PROBES_MAX = 360;

const sending = new WeakSet<HTMLFormElement>();
/** Those that go again when the connection is back, and what ends the waiting. */
const waiting = new Map<HTMLFormElement, AbortController>();

window.addEventListener("beforeunload", (event) => {
  if (waiting.size > 0) event.preventDefault();
});

export function dressUploads(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>(
    "form[data-upload]:not([data-dressed])",
  )) {
    form.dataset["dressed"] = "";
    const input = form.querySelector<HTMLInputElement>("input[type=file]");
    if (input) dressInput(input);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input && isTooLarge(input)) input.focus();
      else void begin(form, event.submitter);
    });
  }
}

/**
 * The browser's own words for a file field follow the computer's language: ours stand in front of
 * them, the field under them stays what is clicked, focused and dropped on.
 */
function dressInput(input: HTMLInputElement): void {
  const box = document.createElement("div");
  const button = document.createElement("span");
  const name = document.createElement("span");
  box.className = "file-box";
  button.className = "file-box__button";
  button.textContent = "Chọn tệp";
  name.className = "file-box__name";
  input.before(box);
  box.append(input, button, name);
  for (const part of [button, name]) part.setAttribute("aria-hidden", "true");
  const show = (): void => {
    const file = input.files?.[0];
    name.textContent = file ? `${file.name} (${sizeOf(file)})` : "hoặc kéo tệp vào đây";
    isTooLarge(input);
  };
  input.addEventListener("change", show);
  show();
}

function sizeOf(file: File): string {
  const kilobytes = Math.max(1, Math.round(file.size / 1024));
  return kilobytes < 1024
    ? `${kilobytes} KB`
    : `${(kilobytes / 1024).toLocaleString("vi-VN", { maximumFractionDigits: 1 })} MB`;
}

/** Says beside the field, before minutes of sending, what the server would refuse. */
function isTooLarge(input: HTMLInputElement): boolean {
  const most = Number(input.dataset["bytesMax"] ?? 0);
  const isWrong = most > 0 && (input.files?.[0]?.size ?? 0) > most;
  const words = document.getElementById(`loi-${input.id}`);
  const text = `Tệp lớn hơn ${most / 1024 / 1024} MB. Hãy chọn tệp nhỏ hơn.`;
  if (isWrong) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", `loi-${input.id}`);
    if (words) words.textContent = text;
    announce(text);
  } else if (words?.textContent === text) {
    input.removeAttribute("aria-invalid");
    words.textContent = "";
  }
  return isWrong;
}

async function begin(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (sending.has(form)) return;
  sending.add(form);
  waiting.get(form)?.abort();
  waiting.delete(form);
  await settleDraft(form);
  send(form, submitter);
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const panel = form.querySelector<HTMLElement>("[data-upload-progress]");
  const bar = panel?.querySelector("progress");
  const words = panel?.querySelector<HTMLElement>("[data-upload-words]");
  const button = submitter instanceof HTMLButtonElement ? submitter : null;
  const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const request = new XMLHttpRequest();
  let announced = 0;

  const tell = (text: string): void => {
    if (words) words.textContent = text;
  };
  const finish = (): void => {
    sending.delete(form);
    if (button) button.disabled = false;
    if (panel) panel.hidden = true;
  };

  if (button) button.disabled = true;
  if (panel) panel.hidden = false;
  tell("Đang tải lên…");
  announce("Đang tải tệp lên.");

  request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
    if (!lengthComputable || total === 0) return;
    const percent = Math.floor((loaded / total) * 100);
    if (bar) bar.value = percent;
    tell(percent < 100 ? `Đã tải ${percent} %` : "Đã tải xong, đang đọc văn bản…");
    if (percent >= announced + STEP_ANNOUNCED_PERCENT) {
      announced = percent;
      announce(percent < 100 ? `Đã tải ${percent} phần trăm.` : "Đã tải xong, đang đọc văn bản.");
    }
  });
  const isAway = (): void => {
    finish();
    away(form, submitter);
  };
  request.addEventListener("load", () => {
    if (request.status < 400) {
      forgetDraft(form);
      // Redirects have been followed: this is where a plain form would have led. An answer without
      // one (what a table would change) is the page itself: asking again would lose it.
      if (request.responseURL === address) {
        finish();
        showPage(request.responseText);
        window.scrollTo(0, 0);
      } else {
        window.location.assign(request.responseURL);
      }
      return;
    }
    if (request.status >= 502) {
      isAway();
      return;
    }
    finish();
    const isOver = request.status === 401 || request.status === 403;
    if (isOver && form.matches("[data-draft]")) {
      say(form, "Phiên làm việc đã hết. Lời đã gõ giữ trên máy này: hãy đăng nhập lại.", true);
      return;
    }
    showPage(request.responseText);
  });
  request.addEventListener("error", isAway);
  request.addEventListener("timeout", isAway);
  request.timeout = SEND_MS_MAX;
  request.open("POST", address);
  // As htmx does: what the page led to would say is left for the page that the person sees.
  request.setRequestHeader("HX-Request", "true");
  request.send(new FormData(form));
}

/** Neither refused nor, as far as we know, taken. */
function away(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (form.querySelector("input[name=key]") === null) {
    say(form, "Không gửi được tệp vì mất kết nối. Hãy kiểm tra mạng rồi bấm gửi lần nữa.", true);
    return;
  }
  const name = submitter?.textContent ?? "gửi";
  const what = `Mọi thứ đang giữ ở đây: có mạng sẽ tự gửi lại, hoặc bấm “${name}”.`;
  say(form, `Chưa gửi được vì mất kết nối. ${what}`, true);
  const end = new AbortController();
  waiting.set(form, end);
  void sendWhenBack(form, submitter, end.signal);
}

async function sendWhenBack(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  end: AbortSignal,
): Promise<void> {
  for (let probe = 0; probe < PROBES_MAX && !end.aborted; probe += 1) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PROBE_MS);
      const now = (): void => {
        clearTimeout(timer);
        resolve();
      };
      window.addEventListener("online", now, { once: true, signal: end });
    });
    if (!end.aborted && form.isConnected && (await isReachable()) && !end.aborted) {
      void begin(form, submitter);
      return;
    }
  }
}

/** Asks for what costs nothing, before a photo goes on its way again. */
async function isReachable(): Promise<boolean> {
  const sheet = document.querySelector<HTMLLinkElement>("link[rel=stylesheet]");
  if (!sheet) return navigator.onLine;
  try {
    return (await fetch(sheet.href, { method: "HEAD", cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** Puts the main part of a refused page in place of ours. */
function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.querySelector("main");
  const main = document.querySelector("main");
  if (!fresh || !main) return;
  main.replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  fresh.dispatchEvent(new CustomEvent("caicach:shown", { bubbles: true }));
  focusFirstError(document);
}
