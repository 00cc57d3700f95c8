/** File systems whose files the server reads: a disk, or through the editor. Documents of others, such as a diff view's, are nobody's contract. */
const SCHEMES = ['file', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

export const DOCUMENTS: readonly { readonly scheme: string; readonly language: string }[] = SCHEMES.flatMap((scheme) =>
  ['yaml', 'json'].map((language) => ({ scheme, language })),
);
