export { BulkEditPanel, type Selected } from './bulk-edit-panel';
