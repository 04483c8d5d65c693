// The tab's own storage. Browsers may forbid it or fill up: then memory serves, for the life of the page, and the page says so.
const memory = new Map();

export function read(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
    memory.delete(key);
  } catch {
    memory.set(key, value);
    document.querySelector('#forgetful')?.removeAttribute('hidden');
  }
}

export function remove(key) {
  memory.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Then it kept nothing either.
  }
}
