/** What a key asks of the cabinet. */
export type KeyAction =
  | { readonly do: 'leaf'; readonly by: number }
  | { readonly do: 'end'; readonly at: 'first' | 'last' }
  | { readonly do: 'drawer'; readonly by: 1 | -1 }
  | { readonly do: 'cabinet'; readonly by: 1 | -1 }
  | { readonly do: 'letter'; readonly letter: string }
  | { readonly do: 'open' | 'pick' | 'undo' | 'cancel' }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const PLAIN: Readonly<Record<string, KeyAction>> = {
  ArrowRight: { do: 'leaf', by: 1 },
  ArrowLeft: { do: 'leaf', by: -1 },
  ArrowDown: { do: 'drawer', by: 1 },
  ArrowUp: { do: 'drawer', by: -1 },
  PageDown: { do: 'cabinet', by: 1 },
  PageUp: { do: 'cabinet', by: -1 },
  Home: { do: 'end', at: 'first' },
  End: { do: 'end', at: 'last' },
  Enter: { do: 'open' },
  Escape: { do: 'cancel' },
}

/**
 * The action of a key press. M picks a folder up, so the letter M itself is reached with Shift+M; for somebody who may not
 * move folders (`mayMove` false) plain M jumps as every other letter does.
 */
export function actionOf(pressed: Pressed, mayMove: boolean): KeyAction | null {
  const { key } = pressed
  if (pressed.altKey) return null
  if (pressed.ctrlKey || pressed.metaKey) return key.toLowerCase() === 'z' && !pressed.shiftKey ? { do: 'undo' } : null
  const plain = PLAIN[key]
  if (plain) return plain.do === 'leaf' && pressed.shiftKey ? { do: 'leaf', by: plain.by * 5 } : plain
  if (mayMove && key.toLowerCase() === 'm' && !pressed.shiftKey) return { do: 'pick' }
  if (/^[a-z]$/iu.test(key)) return { do: 'letter', letter: key.toUpperCase() }
  return key === '#' ? { do: 'letter', letter: '#' } : null
}

/** Whether a key press belongs to somebody else: a field, a dialog, a menu, a list or a control outside the drawer. */
export function isElsewhere(target: EventTarget | null, drawer: Element | null): boolean {
  if (!(target instanceof Element) || target === document.body) return false
  if (drawer?.contains(target)) return false
  return !target.matches('main')
}
