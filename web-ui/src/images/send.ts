import { problemOf, unreachable, xsrfToken } from '../api'

/** Sends a file and tells how much of it is there, which `fetch` does not. */
export async function send(
  address: string,
  file: Blob,
  signal: AbortSignal,
  sent: (bytes: number) => void,
): Promise<{ path: string }> {
  const token = await xsrfToken()
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open('POST', address)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('X-XSRF-TOKEN', token)
    request.upload.onprogress = ({ loaded }) => sent(loaded)
    request.onload = () => {
      const said = parsed(request.responseText)
      if (request.status === 201) resolve(said as { path: string })
      else reject(problemOf(request.status, address, said))
    }
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(signal.reason as Error)
    request.onloadend = () => signal.removeEventListener('abort', stop)
    signal.addEventListener('abort', stop)
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
