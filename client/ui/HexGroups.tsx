// Hex digits as people compare them: in groups of four, which the page lays out.

export function HexGroups({
  hex,
  className,
}: {
  readonly hex: string;
  readonly className?: string | undefined;
}) {
  return (
    <code className={className}>
      {(hex.match(/.{4}/g) ?? []).map((four, n) => (
        <span key={n}>{four}</span>
      ))}
    </code>
  );
}
