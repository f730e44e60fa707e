/*
 * Lines that are read and checked but not yet written, as columns of numbers: a million of them take some sixty megabytes,
 * where a million objects would take ten times that.
 */

type Numbers = Int32Array | Float64Array | Uint8Array

class Column<Kind extends Numbers> {
  private values: Kind
  private readonly make: (length: number) => Kind
  constructor(make: (length: number) => Kind) {
    this.make = make
    this.values = make(4096)
  }
  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const grown = this.make(this.values.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[index] = value
  }
  get(index: number): number {
    return this.values[index]!
  }
}

const integers = () => new Column((length) => new Int32Array(length))
const sums = () => new Column((length) => new Float64Array(length))
const bytes = () => new Column((length) => new Uint8Array(length))

/** Texts that many lines share, each kept once. */
class Interned {
  readonly texts: string[] = []
  private readonly ids = new Map<string, number>()
  idOf(text: string): number {
    const known = this.ids.get(text)
    if (known !== undefined) return known
    // Copied: a piece of a row would keep the whole of what was read alive.
    const own = Buffer.from(text, 'utf8').toString('utf8')
    this.ids.set(own, this.texts.length)
    return this.texts.push(own) - 1
  }
}

export type Line = {
  partyId: number; direction: 'sale' | 'purchase'; issuedOn: string; number: string; code: string
  /** Place in `counterparties`. */
  counterparty: number
  amountFen: number; taxFen: number; totalFen: number; isVoid: boolean
}

/** The latest invoice of a file and the parties it names. */
export type Reach = { readonly direction: Line['direction']; latestOn: string; readonly parties: Set<number> }
export type Counterparty = { key: string; name: string }

export class Lines {
  length = 0
  readonly counterparties: Counterparty[] = []
  private readonly keys = new Interned()
  private readonly days = new Interned()
  private readonly codes = new Interned()
  private readonly party = integers()
  private readonly day = integers()
  private readonly code = integers()
  private readonly counterparty = integers()
  private readonly flags = bytes()
  private readonly amount = sums()
  private readonly tax = sums()
  private readonly total = sums()
  private readonly numberEnd = integers()
  private readonly numbers = bytes()
  private readonly files = new Map<number, Reach>()

  /** The place of a counterparty by its key (code, else name). */
  counterpartyOf(key: string, name: string): number {
    const id = this.keys.idOf(key)
    if (id === this.counterparties.length) this.counterparties.push({ key: this.keys.texts[id]!, name: Buffer.from(name, 'utf8').toString('utf8') })
    return id
  }

  /** `file`: its place among those read together. */
  push(line: Line, file = 0): void {
    const index = this.length++
    this.reach(line, file)
    this.party.set(index, line.partyId)
    this.day.set(index, this.days.idOf(line.issuedOn))
    this.code.set(index, this.codes.idOf(line.code))
    this.counterparty.set(index, line.counterparty)
    this.flags.set(index, (line.direction === 'sale' ? 1 : 0) + (line.isVoid ? 2 : 0))
    this.amount.set(index, line.amountFen)
    this.tax.set(index, line.taxFen)
    this.total.set(index, line.totalFen)
    let end = index === 0 ? 0 : this.numberEnd.get(index - 1)
    for (let at = 0; at < line.number.length; at++) this.numbers.set(end++, line.number.charCodeAt(at))
    this.numberEnd.set(index, end)
  }

  private reach({ direction, issuedOn, partyId }: Line, file: number): void {
    const key = file * 2 + (direction === 'sale' ? 1 : 0)
    const known = this.files.get(key)
    if (!known) this.files.set(key, { direction, latestOn: issuedOn, parties: new Set([partyId]) })
    else {
      if (issuedOn > known.latestOn) known.latestOn = issuedOn
      known.parties.add(partyId)
    }
  }

  /** Up to which day each file goes, by direction, and whom it names. */
  reaches(): readonly Reach[] {
    return [...this.files.values()]
  }

  at(index: number): Line {
    const flags = this.flags.get(index)
    let number = ''
    const end = this.numberEnd.get(index)
    for (let at = index === 0 ? 0 : this.numberEnd.get(index - 1); at < end; at++) number += String.fromCharCode(this.numbers.get(at))
    return {
      partyId: this.party.get(index), direction: flags & 1 ? 'sale' : 'purchase', issuedOn: this.days.texts[this.day.get(index)]!, number, code: this.codes.texts[this.code.get(index)]!,
      counterparty: this.counterparty.get(index), amountFen: this.amount.get(index), taxFen: this.tax.get(index), totalFen: this.total.get(index), isVoid: (flags & 2) !== 0,
    }
  }
}
