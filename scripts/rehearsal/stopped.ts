// Why a rehearsal cannot begin, as a sentence for whoever started it.

export class Stopped extends Error {}
