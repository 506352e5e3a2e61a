export { AttachFile } from './attach-file';
export { FileLink } from './file-link';
