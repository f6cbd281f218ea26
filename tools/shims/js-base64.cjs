/** What fhirclient uses of `js-base64`, on the browser's own functions: the launch page has 20 KB in all. */
const binary = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const urlSafe = (text) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const fromUint8Array = (bytes, forUrl) => (forUrl ? urlSafe(btoa(binary(bytes))) : btoa(binary(bytes)));
module.exports = {
  fromUint8Array,
  encodeURL: (text) => fromUint8Array(new TextEncoder().encode(text), true),
  decode: (text) =>
    new TextDecoder().decode(
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)),
    ),
};
