/** Hands a text the page made itself to the person as a file. */
export function saveText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the file in its own time; a minute later nothing needs the address any more.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
