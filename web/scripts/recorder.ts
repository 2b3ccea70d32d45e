// `[data-recorder]` around a form with a file field: records with the microphone and puts the
// recording into that field, where it is sent like any file. What browsers record differs from one
// to the next, so it goes as WAV: 16,000 Hz, one channel, as much as a loudspeaker tells. Without
// this script, or without a microphone, a file is chosen as ever.
const HERTZ = 16_000;
const SECONDS_MAX = 30 * 60;
const HEAD_BYTES = 44;

function wavOf(samples: Float32Array): Blob {
  const bytes = new DataView(new ArrayBuffer(HEAD_BYTES + samples.length * 2));
  const letters = (at: number, text: string): void => {
    for (let i = 0; i < text.length; i++) bytes.setUint8(at + i, text.charCodeAt(i));
  };
  letters(0, "RIFF");
  bytes.setUint32(4, HEAD_BYTES - 8 + samples.length * 2, true);
  letters(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, HERTZ, true);
  bytes.setUint32(28, HERTZ * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  letters(36, "data");
  bytes.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, i) => {
    const bounded = Math.max(-1, Math.min(1, sample));
    bytes.setInt16(HEAD_BYTES + i * 2, bounded * 0x7fff, true);
  });
  return new Blob([bytes], { type: "audio/wav" });
}

async function asWav(recorded: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, 1, HERTZ);
  const sound = await context.decodeAudioData(await recorded.arrayBuffer());
  return wavOf(sound.getChannelData(0));
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function dressRecorder(box: HTMLElement): void {
  const form = box.querySelector("form");
  const input = box.querySelector<HTMLInputElement>("input[type=file]");
  const source = box.querySelector<HTMLInputElement>("input[name=source]");
  if (!form || !input || !source) return;

  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button";
  button.dataset["variant"] = "secondary";
  button.textContent = "Ghi âm";
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  form.before(button, words);

  let recorder: MediaRecorder | undefined;
  const put = async (pieces: Blob[]): Promise<void> => {
    words.textContent = "Đang ghi vào tệp…";
    const wav = await asWav(new Blob(pieces));
    const files = new DataTransfer();
    files.items.add(new File([wav], "ghi-am.wav", { type: "audio/wav" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    source.value = "recorded";
    words.textContent = "Đã ghi xong. Bấm “Gửi âm thanh”, hoặc ghi lại.";
  };
  input.addEventListener("change", () => {
    source.value = "uploaded";
  });

  const begin = async (): Promise<void> => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const pieces: Blob[] = [];
    const running = new MediaRecorder(stream);
    recorder = running;
    let seconds = 0;
    const tick = window.setInterval(() => {
      seconds += 1;
      words.textContent = `Đang ghi ${clock(seconds)}`;
      if (seconds >= SECONDS_MAX) running.stop();
    }, 1000);
    running.addEventListener("dataavailable", ({ data }) => pieces.push(data));
    running.addEventListener("stop", () => {
      window.clearInterval(tick);
      for (const track of stream.getTracks()) track.stop();
      recorder = undefined;
      button.textContent = "Ghi lại";
      put(pieces).catch(() => {
        words.textContent = "Không ghi được vào tệp. Hãy thu bằng điện thoại rồi chọn tệp.";
      });
    });
    running.start(1000);
    button.textContent = "Dừng ghi";
    words.textContent = "Đang ghi 0:00";
  };

  button.addEventListener("click", () => {
    if (recorder) {
      recorder.stop();
      return;
    }
    begin().catch(() => {
      words.textContent =
        "Không dùng được micrô. Hãy cho phép trang này dùng micrô, hoặc chọn tệp có sẵn.";
    });
  });
}

// `mediaDevices` is missing where the page came without TLS.
if (navigator.mediaDevices !== undefined && "MediaRecorder" in window) {
  for (const box of document.querySelectorAll<HTMLElement>("[data-recorder]")) dressRecorder(box);
}
