// Stands in for the app that Electron comes with: runs the app folder that is its first argument.
require('./redirect-sqlite.cjs')
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const threads = require('node:worker_threads')

// A worker thread has a module system of its own, which needs the redirection too.
threads.Worker = class extends threads.Worker {
  constructor(file, options = {}) {
    super(file, {
      ...options,
      execArgv: [...(options.execArgv ?? []), '--require', join(__dirname, 'redirect-sqlite.cjs')]
    })
  }
}

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(folder)
require(join(folder, manifest.main))
