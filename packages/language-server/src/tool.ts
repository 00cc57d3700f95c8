import manifest from '../package.json' with { type: 'json' };

export const TOOL = { name: 'breakwater', version: manifest.version } as const;
