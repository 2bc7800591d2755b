/** Whether a character is white space by the definition of `String.prototype.trim`. */
export function isWhiteSpace(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return code >= 0xa0 && text.charAt(position).trim() === '';
}
