/** What the loader exports: the address of the file, as webpack configures it. */
declare module '!!./webpack-loader.cjs!*' {
  const address: string;
  export default address;
}
