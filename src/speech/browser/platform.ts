/** What identifies the browser. Used only for behaviour that cannot be detected from its objects and voices. */
export type Platform = Pick<Navigator, 'vendor' | 'userAgent' | 'maxTouchPoints'>;

/** Whether it is a browser on an iPhone or iPad, which is always WebKit. An iPad identifies itself as a Macintosh. */
export function isIos({ vendor, maxTouchPoints }: Platform): boolean {
  return vendor.startsWith('Apple') && maxTouchPoints > 1;
}
