import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where `resources/` is: beside the sources in a checkout, in Electron's resources folder once packaged. `start` is the
 * folder of the door's own file.
 */
export function findResources(start: string, packagedFolder?: string): string {
  const candidates = [packagedFolder, join(start, '../../resources'), join(start, '../resources')]
  const found = candidates.find((folder) => folder !== undefined && existsSync(join(folder, 'regulations')))
  if (!found) throw new Error('the resources folder with the regulations is missing from this installation')
  return found
}
