declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** Its `analyze` without writing answers with the manifest. */
  export function cli(options: { argv: string[]; cwd: string; noWrite: true }): Promise<unknown>
}
