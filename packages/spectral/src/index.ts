export { packReader } from './pack-reader.ts';
