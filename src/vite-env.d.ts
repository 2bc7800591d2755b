/** The URL of a worker's bundle. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
