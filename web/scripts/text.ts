/**
 * Text as people search it: small letters, no diacritics, đ as d. The same folding as
 * foundation/text on the server.
 */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
}

/**
 * Whether every word of `query` begins a word of `text`, without regard to diacritics: "so noi"
 * finds "Sở Nội vụ".
 */
export function matches(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Whether `text` begins with `query` as a whole: such an answer is the likelier one. */
export function begins(text: string, query: string): boolean {
  return fold(text).startsWith(fold(query.trim()));
}

/** "14:05", the clock of Vietnam whatever the computer says. */
export function clockTime(now: Date): string {
  return now.toLocaleTimeString("vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Ho_Chi_Minh",
  });
}

/** "14:05 ngày 30/09/2024", in Vietnam. */
export function moment(at: Date): string {
  const day = at.toLocaleDateString("vi-VN", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "Asia/Ho_Chi_Minh",
  });
  return `${clockTime(at)} ngày ${day}`;
}
