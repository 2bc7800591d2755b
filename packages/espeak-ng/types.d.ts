/**
 * Says where the files of the package's folder `assets` are, for bundlers that do not copy them, and for hosts that serve them from
 * elsewhere.
 *
 * @param base the folder's address; relative to the page's
 */
export function setAssetBase(base: string | URL): void;
