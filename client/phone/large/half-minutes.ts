// Time in whole half minutes, rounded down from the seconds that the clock beside it shows. Pure.

export function halfMinutes(ms: number): number {
  return Math.floor(Math.ceil(ms / 1000) / 30);
}
