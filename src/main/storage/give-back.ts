/**
 * Gives a buffer's memory back at once, where the buffer has all of it: its bytes are gone. The collector counts what lies
 * outside its heap and collects everything for every 32 MB of it; a few files of 5 MB would each time cost a whole collection.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0)
}
