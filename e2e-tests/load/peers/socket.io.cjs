// Hands what is posted to /pub/{room} to everybody in the room, with socket.io: node socket.io.cjs PORT
const { createServer } = require('node:http')
const { Server } = require('socket.io')
const { posted } = require('./posted.cjs')

const server = createServer(posted((url, text) => sockets.to(url.split('/')[2]).emit('message', text)))
const sockets = new Server(server, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })

sockets.on('connection', tab => tab.join(tab.handshake.query.room))
server.keepAliveTimeout = 3_600_000
server.listen(Number(process.argv[2]), '127.0.0.1', 4096)
