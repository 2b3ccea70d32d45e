// What plays at a moment: the same as modules/channel/screen/schedule.cpp, held to the same cases
// (modules/channel/screen/test/cases.json).
export type Zone = "main" | "side" | "ticker";

export interface Days {
  from: string | null;
  to: string | null;
}
export interface PlannedSlide extends Days {
  code: string;
  seconds: number;
}
export interface Playlist extends Days {
  code: string;
  zone: Zone;
  priority: number;
  /** Bit 0 is Monday. */
  days: number;
  begin: number;
  end: number;
  slides: PlannedSlide[];
}
export interface Program {
  playlists: Playlist[];
  urgent: { code: string; begin: string; end: string }[];
}

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** In Vietnam, wherever the machine believes to be. */
export const dayOf = (ms: number): string => new Date(ms + VIETNAM_MS).toISOString().slice(0, 10);

const holds = (days: Days, day: string): boolean =>
  (!days.from || days.from <= day) && (!days.to || day <= days.to);

function beginsOn(list: Playlist, ms: number): boolean {
  const weekday = (new Date(ms + VIETNAM_MS).getUTCDay() + 6) % 7;
  return ((list.days >> weekday) & 1) === 1 && holds(list, dayOf(ms));
}

function holdsAt(list: Playlist, ms: number): boolean {
  const minute = Math.floor(((ms + VIETNAM_MS) % DAY_MS) / 60_000);
  if (list.begin < list.end)
    return beginsOn(list, ms) && list.begin <= minute && minute < list.end;
  if (list.begin <= minute) return beginsOn(list, ms);
  return minute < list.end && beginsOn(list, ms - DAY_MS);
}

/** An instant of ours has six decimals, of which old browsers read but three. */
const instant = (iso: string): number => Date.parse(iso.replace(/(\.\d{3})\d+/, "$1"));

export function playing(program: Program, zone: Zone, ms: number): string[] {
  const running = program.urgent.filter((one) => instant(one.begin) <= ms && ms < instant(one.end));
  const newest = running[running.length - 1];
  if (newest && zone === "main") return [newest.code];
  const day = dayOf(ms);
  let highest = 0;
  let codes: string[] = [];
  for (const list of program.playlists) {
    if (list.zone !== zone || list.priority < highest || !holdsAt(list, ms)) continue;
    const more = list.slides.filter((slide) => holds(slide, day)).map(({ code }) => code);
    if (more.length === 0) continue;
    codes = list.priority > highest ? more : codes.concat(more);
    highest = list.priority;
  }
  return codes;
}
