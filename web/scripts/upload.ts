// `<form data-upload>` with a file field: sends it in the background and shows how far it is. The
// answer is the same page or redirect that a plain form would get.
import { announce } from "./live";
import { focusFirstError } from "./errors";

const STEP_ANNOUNCED_PERCENT = 25;

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
      else send(form, event.submitter);
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

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const panel = form.querySelector<HTMLElement>("[data-upload-progress]");
  const bar = panel?.querySelector("progress");
  const words = panel?.querySelector<HTMLElement>("[data-upload-words]");
  const data = new FormData(form);
  const request = new XMLHttpRequest();
  let announced = 0;

  const say = (text: string): void => {
    if (words) words.textContent = text;
  };
  const finish = (): void => {
    if (submitter instanceof HTMLButtonElement) submitter.disabled = false;
    if (panel) panel.hidden = true;
  };

  if (submitter instanceof HTMLButtonElement) submitter.disabled = true;
  if (panel) panel.hidden = false;
  say("Đang tải lên…");
  announce("Đang tải tệp lên.");

  request.upload.addEventListener("progress", ({ lengthComputable, loaded, total }) => {
    if (!lengthComputable || total === 0) return;
    const percent = Math.floor((loaded / total) * 100);
    if (bar) bar.value = percent;
    say(percent < 100 ? `Đã tải ${percent} %` : "Đã tải xong, đang đọc văn bản…");
    if (percent >= announced + STEP_ANNOUNCED_PERCENT) {
      announced = percent;
      announce(percent < 100 ? `Đã tải ${percent} phần trăm.` : "Đã tải xong, đang đọc văn bản.");
    }
  });
  request.addEventListener("load", () => {
    if (request.status < 400) {
      // Redirects have been followed: this is where a plain form would have led.
      window.location.assign(request.responseURL);
      return;
    }
    finish();
    showPage(request.responseText);
  });
  request.addEventListener("error", () => {
    finish();
    const text = "Không gửi được tệp vì mất kết nối. Hãy kiểm tra mạng rồi bấm tải lên lần nữa.";
    if (panel) panel.hidden = false;
    say(text);
    announce(text);
  });
  request.open("POST", form.action);
  request.send(data);
}

/** Puts the main part of a refused page in place of ours. */
function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fresh = page.querySelector("main");
  const main = document.querySelector("main");
  if (!fresh || !main) return;
  main.replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  dressUploads(document);
  focusFirstError(document);
}
