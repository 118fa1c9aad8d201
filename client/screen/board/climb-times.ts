// How long a row takes to climb to its place, and how far apart two of them begin; in ms.

export const IN_MS = 200;
export const MOVE_MS = 700;
export const REST_MS = 400;
export const RANK_MS = 100;
const LEAVE_MS = 160;
/** From its first sight to its rank, with the plate gone. */
export const CLIMB_MS = IN_MS + MOVE_MS + REST_MS + RANK_MS + LEAVE_MS;
/** Between the beginnings of two climbs on one page. */
export const APART_MS = 400;
/** More than this at once is no series of climbs: they stand at once. */
export const MOST_IN_TURN = 20;
