/** The `<audio>` in a player that plays its article's recording, which a track of metadata describes; or null. */
export function recordingIn(player: ParentNode): HTMLAudioElement | null {
  return player.querySelector<HTMLAudioElement>(':scope > audio:has(> track[kind="metadata"])');
}
