/** The files of a drop; folders are named instead of read. */
export function dropped(transfer: DataTransfer): { files: File[]; folders: string[] } {
  const files: File[] = []
  const folders: string[] = []
  for (const item of transfer.items) {
    const entry = item.webkitGetAsEntry()
    const file = item.getAsFile()
    if (entry?.isDirectory) folders.push(entry.name)
    else if (file) files.push(file)
  }
  return { files, folders }
}

export const carriesFiles = (transfer: DataTransfer | null) => transfer?.types.includes('Files') ?? false
