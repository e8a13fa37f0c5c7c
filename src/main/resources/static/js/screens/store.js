// What a player keeps: its key, its last programme, pictures, and plays until the house has answered for them.
export async function openStore(name = "kulluna-screen") {
  const base = await new Promise((done, failed) => {
    const ask = indexedDB.open(name, 1);
    ask.onupgradeneeded = () => {
      ask.result.createObjectStore("kept");
      ask.result.createObjectStore("plays", { keyPath: "id" });
      ask.result.createObjectStore("pictures");
    };
    ask.onsuccess = () => done(ask.result);
    ask.onerror = () => failed(ask.error);
  });
  const run = (store, mode, work) => new Promise((done, failed) => {
    const deal = base.transaction(store, mode);
    const ask = work(deal.objectStore(store));
    deal.oncomplete = () => done(ask?.result);
    deal.onabort = deal.onerror = () => failed(deal.error);
  });
  return {
    get: (store, key) => run(store, "readonly", (s) => s.get(key)),
    put: (store, value, key) => run(store, "readwrite", (s) => s.put(value, key)),
    drop: (store, key) => run(store, "readwrite", (s) => s.delete(key)),
    dropAll: (store, keys) => run(store, "readwrite", (s) => { keys.forEach((k) => s.delete(k)); return null; }),
    /** Each is replaced by what is made of it, if anything, in one go. */
    change: (store, make) => run(store, "readwrite", (s) => {
      s.openCursor().onsuccess = ({ target: { result: at } }) => {
        if (!at) return;
        const made = make(at.value);
        if (made) at.update(made);
        at.continue();
      };
      return null;
    }),
    all: (store, most) => run(store, "readonly", (s) => s.getAll(null, most)),
    keys: (store) => run(store, "readonly", (s) => s.getAllKeys()),
    count: (store) => run(store, "readonly", (s) => s.count()),
  };
}
