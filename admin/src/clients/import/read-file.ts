export interface FileTable {
  name: string
  headings: string[]
  rows: string[][]
}

/** A CSV file as a table, whatever divides its cells; UTF-8, or what Excel writes in Russia. */
export async function readTable(file: File): Promise<FileTable> {
  const { default: papa } = await import('papaparse')
  const text = decode(await file.arrayBuffer())
  const { data } = papa.parse<string[]>(text, { skipEmptyLines: 'greedy' })
  const [headings = [], ...rows] = data
  return { name: file.name, headings: headings.map((each) => each.trim()), rows }
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
