// Hands what is posted to /pub/{room} to everybody at /ws/{room}, with the package ws: node ws.cjs PORT
const { createServer } = require('node:http')
const { WebSocketServer } = require('ws')
const { posted } = require('./posted.cjs')

const rooms = new Map()

function listeners(url) {
    const room = url.split('/')[2]
    if (!rooms.has(room)) {
        rooms.set(room, new Set())
    }
    return rooms.get(room)
}

const server = createServer(posted((url, text) => listeners(url).forEach(tab => tab.send(text))))
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })

server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, tab => {
    const room = listeners(request.url)
    room.add(tab)
    tab.on('close', () => room.delete(tab))
    tab.on('error', () => {})
}))
server.keepAliveTimeout = 3_600_000
server.listen(Number(process.argv[2]), '127.0.0.1', 4096)
