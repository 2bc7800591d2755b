/** How good a voice is by several measures, the most important one first. Higher is better. */
export type VoiceRank = readonly number[];

/** Compares for sorting, the best first. */
export function byRank(a: { readonly rank: VoiceRank }, b: { readonly rank: VoiceRank }): number {
  const differing = a.rank.findIndex((measure, index) => measure !== b.rank[index]);
  return differing < 0 ? 0 : (b.rank[differing] ?? 0) - (a.rank[differing] ?? 0);
}
