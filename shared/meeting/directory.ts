// Names, attributes and reasons, which lie beside the log and can be erased (R14).

/**
 * A name and attributes, erasable (R14); the log holds only its commitment. Of a `reason` the name is the words in which
 * something done about a person was explained, of a `comment` what someone wrote beside a ballot, of an `attribute` the
 * heading of a column, and its attributes are what each code stands for. Of `staff`, whom the log
 * knows by the ids of their accounts, there is no commitment, and the salt is empty.
 */
export interface DirectoryEntry {
  readonly kind: 'subject' | 'reviewer' | 'reason' | 'comment' | 'staff' | 'attribute';
  readonly id: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly salt: string;
  /** Names that a unit had before, oldest first; never empty. */
  readonly formerly?: readonly string[];
}

/** Keyed by kind and id, see {@link directoryKey}. */
export type Directory = ReadonlyMap<string, DirectoryEntry>;

export function directoryKey(kind: DirectoryEntry['kind'], id: string): string {
  return `${kind}/${id}`;
}
