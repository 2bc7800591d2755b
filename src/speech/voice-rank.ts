/** How good something is by several measures, the most important one first; the greater, the better. */
export type VoiceRank = readonly number[];

/** Sorts the best first. */
export function byRank(a: { readonly rank: VoiceRank }, b: { readonly rank: VoiceRank }): number {
  const differing = a.rank.findIndex((measure, index) => measure !== b.rank[index]);
  return differing < 0 ? 0 : (b.rank[differing] ?? 0) - (a.rank[differing] ?? 0);
}
