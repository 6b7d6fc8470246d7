// Before any test: the server as it would be started now.
export { prepareServer as setup } from './prepare.mjs';
