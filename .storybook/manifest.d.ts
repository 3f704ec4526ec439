/** Made by `npm run manifest`, so that types can be checked before it exists. */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
