/** Answers requests; the text of a POST goes to a function first. */
exports.posted = hand => (request, response) => {
    const parts = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
        if (request.method === 'POST') {
            hand(request.url, Buffer.concat(parts).toString())
        }
        response.end('ok')
    })
}
