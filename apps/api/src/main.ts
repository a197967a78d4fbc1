/** The process: what containers run. `npm start` calls runServer itself. */
import { runServer } from "./server.js";

await runServer(process.env);
