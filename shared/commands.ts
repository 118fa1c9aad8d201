// How the programs are called where they run: with npm in a clone, by scripts of their own in an archive.

/** What options can be written after. */
export interface Commands {
  readonly start: string;
  readonly rehearse: string;
}

export const CLONE_COMMANDS: Commands = {
  start: 'npm start --',
  rehearse: 'npm run rehearse --',
};
