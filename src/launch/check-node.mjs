// Imported before anything else by every npm script that runs TypeScript or opens the archive.
// npm puts node_modules/.bin first in PATH, so on Linux and Windows `node` is the pinned Node 24 of the optional
// dependency; elsewhere it is the machine's own, which may be too old for the database's native part (Node-API 10).
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} is too old here, and no bundled Node came with the packages for ` +
      `${process.platform}-${process.arch}. Install Node 24 or newer and run the same command again.`,
  )
  process.exit(1)
}
