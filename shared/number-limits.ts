// The largest numbers that the server takes, which pages say before anything is sent.

/** Points, steps, weights, counts. */
export const MOST_NUMBER = 1_000_000;
/** A day. */
export const MOST_SECONDS = 86_400;
/** Characters of a comment beside a ballot. */
export const MOST_COMMENT = 400;
/** Characters of what an event, a tag or a grade is told apart by. */
export const MOST_LABEL = 40;
/** Bonuses and deductions of a meeting. */
export const MOST_ADJUSTMENTS = 5000;
/** Days that a result is open to objections. */
export const MOST_DAYS = 60;
/** People or units of one draw. */
export const MOST_TAKEN = 10_000;

/** Simulated phones that a rehearsal may have at a time. */
export const MOST_SIMULATED = 300;
/** Rehearsals of one server that may have some at a time. */
export const MOST_CROWDS = 3;
/** Between two names that come by themselves. */
export const MOST_PACE_SECONDS = 60;
/** Quotas of one draw: a row for each value of a few attributes. */
export const MOST_QUOTAS = 100;
