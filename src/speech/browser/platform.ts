/** What is to be known of the browser, where voices and objects do not tell it themselves. */
export type Platform = Pick<Navigator, 'vendor' | 'userAgent' | 'maxTouchPoints'>;

/** Whether it is WebKit on a phone or tablet of Apple's, which is every browser there; an iPad calls itself a Macintosh. */
export function isIos({ vendor, maxTouchPoints }: Platform): boolean {
  return vendor.startsWith('Apple') && maxTouchPoints > 1;
}
