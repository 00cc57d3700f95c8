/** Stand-in until the server lands. */
export function startStdioServer(): void {}
