/** What a handler answers at one path. */
export interface Endpoint {
  /** The end of the path, with a slash before it, so that the handler can be served in any folder. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  answer(request: Request): Response | Promise<Response>;
}
