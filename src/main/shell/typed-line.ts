import type { ReadStream } from 'node:tty'

/** One line of standard input. Where somebody types it, it is asked for and nothing of it is shown. */
export async function typedLine(input: ReadStream, prompt: NodeJS.WritableStream): Promise<string> {
  if (input.isTTY) return await unseenLine(input, prompt)
  const chunks: Buffer[] = []
  for await (const chunk of input) {
    chunks.push(chunk as Buffer)
    if ((chunk as Buffer).includes(10)) break
  }
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? ''
}

const INTERRUPT = '\u0003'
const END = '\u0004'

/** The terminal echoes nothing in raw mode, and hands over every key, those that end or interrupt as well. */
async function unseenLine(input: ReadStream, prompt: NodeJS.WritableStream): Promise<string> {
  prompt.write('口令 / password: ')
  input.setRawMode(true)
  try {
    let line = ''
    for await (const chunk of input.setEncoding('utf8')) {
      for (const key of chunk as string) {
        if (key === '\r' || key === '\n' || key === END) return line
        if (key === INTERRUPT) return interrupted()
        line = key === '\u007f' || key === '\b' ? [...line].slice(0, -1).join('') : line + key
      }
    }
    return line
  } finally {
    input.setRawMode(false)
    prompt.write('\n')
  }
}

/** As Ctrl-C does elsewhere: the archive is closed by the signal's handler. */
function interrupted(): string {
  process.kill(process.pid, 'SIGINT')
  return ''
}
