import type { Random } from './random.ts'

const RATE = 8000
/** Syllables of a voice that says nothing: pitches between which it goes up and down. */
const PITCHES = [131, 147, 165, 175, 196, 220]

/** A recording of so many seconds as WAV (8 kHz, 8 bit, one channel): the murmur of a talk on the telephone, no words. */
export function makeRecording(random: Random, seconds: number): Buffer {
  const samples = Buffer.alloc(RATE * seconds, 128)
  for (let start = 0; start < samples.length; ) {
    const length = Math.round(RATE * (0.14 + random.next() * 0.2))
    const pitch = random.pick(PITCHES)
    for (let at = 0; at < length && start + at < samples.length; at += 1) {
      const swell = Math.sin((Math.PI * at) / length)
      const phase = (2 * Math.PI * pitch * at) / RATE
      samples[start + at] = Math.round(128 + 46 * swell * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.25 * Math.sin(3 * phase)) / 1.75)
    }
    start += length + Math.round(RATE * (random.chance(0.2) ? 0.35 : 0.04))
  }
  return Buffer.concat([header(samples.length), samples])
}

function header(bytes: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20) // PCM
  head.writeUInt16LE(1, 22) // one channel
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28) // bytes a second
  head.writeUInt16LE(1, 32) // bytes a sample
  head.writeUInt16LE(8, 34) // bits a sample
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  return head
}
