// The project's better-sqlite3 needs a newer Node-API than the fallback runtime has and would crash it: whoever asks for
// it here gets the copy that was built for this runtime. Only `require` can be redirected, which is one reason why the
// main process is bundled as CommonJS.
const Module = require('node:module')
const { dirname, join } = require('node:path')

const builtForThisRuntime = join(dirname(process.execPath), 'node_modules', 'better-sqlite3')
const resolveFilename = Module._resolveFilename

Module._resolveFilename = function (request, ...rest) {
  return resolveFilename.call(this, request === 'better-sqlite3' ? builtForThisRuntime : request, ...rest)
}
