// What the player keeps when the current is cut: token, manifest, and what it showed. Where the
// browser keeps nothing, it lasts as long as the page.
const here = new Map<string, string>();

export function recall(name: string): string {
  try {
    return localStorage.getItem(`man-hinh.${name}`) ?? here.get(name) ?? "";
  } catch {
    return here.get(name) ?? "";
  }
}

export function keep(name: string, value: string): void {
  here.set(name, value);
  try {
    localStorage.setItem(`man-hinh.${name}`, value);
  } catch {
    // Full or forbidden: the copy above serves.
  }
}

export function forget(...names: string[]): void {
  for (const name of names) {
    here.delete(name);
    try {
      localStorage.removeItem(`man-hinh.${name}`);
    } catch {
      // As above.
    }
  }
}

interface Shown {
  code: string;
  day: string;
  plays: number;
  seconds: number;
}

function counted(name: string): Shown[] {
  try {
    const value: unknown = JSON.parse(recall(name) || "[]");
    return Array.isArray(value) ? (value as Shown[]) : [];
  } catch {
    return [];
  }
}

const ROWS_MAX = 900;

/** One play more; kept at once, so that a cut costs no more than the slide it interrupts. */
export function count(code: string, day: string, seconds: number): void {
  const shown = counted("shown");
  const row = shown.find((one) => one.code === code && one.day === day);
  if (row) {
    row.plays += 1;
    row.seconds += seconds;
  } else {
    shown.push({ code, day, plays: 1, seconds });
  }
  // The oldest go where a screen was away for years.
  keep("shown", JSON.stringify(shown.slice(-ROWS_MAX)));
}

/** What is told next, under a number of its own: told again and again until it was taken. */
export function batch(): { sequence: number; shown: string } {
  if (!recall("batch") && counted("shown").length > 0) {
    keep("sequence", String(Number(recall("sequence")) + 1));
    keep("batch", recall("shown"));
    forget("shown");
  }
  return { sequence: Number(recall("sequence")), shown: recall("batch") };
}
