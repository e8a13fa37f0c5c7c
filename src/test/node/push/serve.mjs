// A push service on a port of this machine: takes subscriptions, checks VAPID, decrypts. Ends when its input does.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const {PushApiModel} = require('web-push-testing/src/PushApiModel.js');
const Server = require('web-push-testing/src/server.js');

new Server(new PushApiModel(), Number(process.argv[2])).startServer();
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
