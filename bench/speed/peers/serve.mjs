// Serves a folder on loopback as `npx serve` does, and says on which port.
import { createServer } from 'node:http';
import handler from 'serve-handler';

const [folder] = process.argv.slice(2);
const server = createServer((request, response) => handler(request, response, { public: folder }));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
