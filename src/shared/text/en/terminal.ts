import type { Text } from '../index.ts'

export const terminal: Text['terminal'] = {
  usage: `Usage: npm run archive -- <command> [options]

Commands
  init                     make a new archive; prints the recovery code once
  sample                   make a sample archive (fictional company and people; passwords on the sign-in page)
  import parties FILE      import customers and suppliers (XLSX or CSV; columns found by heading)
  import invoices FILE…    import invoices (purchases and sales may be given together)
  import defaults FILE     import records of default
  call METHOD [JSON]       call any method as a signed-in person, through the same way as the window
  verify                   check the database, the audit chain and every attachment
  backup FILE              write an encrypted backup, checked after writing
  restore FILE             put a backup in the archive's place; the present one is kept beside it

Common options
  --archive DIR            the archive folder
  --user LOGIN             who; the password comes from JUANZONG_PASSWORD, else one line of standard input
  --json                   one JSON object on standard output and nothing else there
  --help                   after a command: what it does, with an example`,
  roles: 'Roles', fields: 'Fields of a party for --map (skip leaves a column aside)',
  help: {
    init: `init: make a new archive. Every choice has a default.
  --company NAME       company name (default 本公司)
  --regulation ID      regulation (default S22)
  --user LOGIN         the first person (default admin)
  --name NAME          that person's name (default: the login)
  --roles ROLE,ROLE    default systemAdministrator,creditAdministrator
Example: JUANZONG_PASSWORD=… npm run archive -- init --archive ./archive --company Acme --user wang`,
    sample: `sample: make a sample archive; its people and their passwords are in the answer.
Example: npm run archive -- sample --archive ./sample`,
    import: `import parties: import customers and suppliers. Bad rows are named one by one, good ones are taken; exit status 1 if any was bad.
  --map HEADING=FIELD  say which column is what, repeatable: --map Company=name --map Note=skip
  --on-existing WAY    for a party that is there: update (default) or skip
  --kind KIND          for rows that name none: customer (default), supplier, both
Example: npm run archive -- import parties customers.xlsx --archive ./archive --user wang
import invoices: import lists of invoices, several at once; a list that names buyers is of sales, one that names sellers of purchases.
  --direction WAY      where a table does not say: sale, purchase
  --party ID           all of it is this party's
  --whole              the files hold every party's invoices: one they do not name issued none in that time
Example: npm run archive -- import invoices purchases.csv sales.csv --archive ./archive --user wang
import defaults: import records of default. Where the table only says whether there was one, state kind and day.
  --kind KIND          late30, late90, dispute, lawsuitLost, misuse, writeOff, complaintTheirs, complaintOurs
  --on DAY             2020-03-31
Example: npm run archive -- import defaults companies.csv --kind late90 --on 2020-03-31 --archive ./archive --user wang`,
    call: `call: call one method; the answer is what the window would get.
  --file FILE          take the file in first and fill uploads, upload or files with it; repeatable
Example: npm run archive -- call dossiers.list '{"limit":5}' --archive ./archive --user wang`,
    verify: `verify: check everything; exit status 1 if there are findings.
  --head SEQ:HEAD      hold against a head printed on paper, as --head 18204:7F3A-91C2
Example: npm run archive -- verify --archive ./archive --user wang`,
    backup: `backup: write an encrypted backup and check it by reading it back.
Example: npm run archive -- backup ./backup.jzb --archive ./archive --user wang`,
    restore: `restore: put a backup in the archive's place. The password is that of a system administrator at the time of the backup; with --recovery it is the recovery code.
Example: npm run archive -- restore ./backup.jzb --archive ./archive --user wang`,
  },
  unknownOption: (option) => `There is no option "${option}". Add --help after the command for what there is.`,
  optionValue: (option) => `The option "${option}" lacks its value, or has one it does not take. Add --help after the command.`,
  surplusArgument: (argument) => `"${argument}" is one argument too many. Add --help after the command for what it takes.`,
  unknownCommand: (command) => `There is no command "${command}". --help lists them.`,
  missingArgument: (what) => `Missing: ${what}`,
  badJson: 'That is not JSON.',
  unreadable: (file) => `Cannot read the file: ${file}`,
  userNeeded: 'Say who with --user.',
  passwordNeeded: 'Set JUANZONG_PASSWORD or give the password on standard input.',
  created: (folder, code) => `Archive made: ${folder}\nRecovery code (shown this once; write it down and lock it away):\n  ${code}`,
  samplePeople: 'Sample people and passwords:',
  imported: (read, added, updated, unchanged, refused) =>
    `${read} rows read: ${added} added, ${updated} updated, ${unchanged} unchanged, ${refused} refused`,
  importedInvoices: (read, added, repeated, voided, refused) => `${read} rows read: ${added} added, ${repeated} there already, ${voided} become void, ${refused} refused`,
  importedDefaults: (read, added, repeated, none, refused) => `${read} rows read: ${added} added, ${repeated} there already, ${none} without a default, ${refused} refused`,
  refusedRowOf: (file, row, reason) => `  ${file} row ${row}: ${reason}`,
  refusedRow: (row, reason) => `  row ${row}: ${reason}`,
  verified: (isOk, checked) => `${isOk ? 'All in order' : 'Findings'} (${checked})`,
  backedUp: (file, bytes) => `Backup written and checked: ${file} (${bytes} bytes)`,
  restored: (kept) => (kept ? `Restored. The former archive is kept in: ${kept}` : 'Restored.'),
}
