// Weights are relative whole numbers; only where they add up to 100 do they read as percent.

export function weightsArePercent(groups: readonly { readonly weight: number }[]): boolean {
  return groups.reduce((sum, group) => sum + group.weight, 0) === 100;
}
