// What is pushed is shown, each time: a browser that is woken and shows nothing loses the permission. That it arrived and
// that it was opened is told to the house, at once or when there is a network again.
const queue = self.kullunaStore;
const AGAIN = "kulluna-receipts";

self.addEventListener("push", (event) => event.waitUntil(arrived(event.data)));
self.addEventListener("notificationclick", (event) => event.waitUntil(clicked(event.notification)));
self.addEventListener("sync", (event) => event.tag === AGAIN && event.waitUntil(sendReceipts()));
self.addEventListener("message", (event) => event.data?.type === "online" && event.waitUntil(sendReceipts()));
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew()));

async function arrived(data) {
  const message = read(data);
  const words = self.release.words[message.language] ?? self.release.words.ar;
  const look = {
    tag: message.id ?? "news",
    lang: message.language ?? "ar",
    dir: message.dir ?? "rtl",
    icon: self.release.icon,
    badge: self.release.badge,
    data: message,
  };
  if (message.withdrawn) {
    // The same tag takes the place of what was withdrawn; something must be shown, and this tells nothing.
    await self.registration.showNotification(words.name, {
      ...look,
      body: words.withdrawn,
      silent: true,
      data: { path: "/inbox" },
    });
    await forgetPages(["/inbox", "/home", "/whispers", `/whispers/inbox/${message.id}`]);
    return;
  }
  const title = message.title || words.name;
  await self.registration.showNotification(title, { ...look, body: message.body ?? words.news });
  await report(message, "confirmed");
}

/** Whatever cannot be read is news all the same. */
function read(data) {
  try {
    const message = data?.json();
    return message && typeof message === "object" ? message : {};
  } catch {
    return {};
  }
}

async function clicked(notification) {
  notification.close();
  const message = notification.data ?? {};
  await Promise.allSettled([openPage(own(message.path)), report(message, "opened")]);
}

const own = (path) => (typeof path === "string" && /^\/(?![/\\])/.test(path) ? path : "/inbox");

async function openPage(path) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((client) => new URL(client.url).pathname === path);
  return there ? there.focus() : self.clients.openWindow(path);
}

/** What was taken back stands in none of the copies kept for when there is no network. */
async function forgetPages(paths) {
  const pages = await caches.open(queue.PAGES);
  await Promise.all(paths.map((path) => pages.delete(path)));
}

// receipts

async function report(message, step) {
  if (!message.id || !message.subscription || !message.code) return;
  const receipt = {
    message: message.id,
    subscription: message.subscription,
    code: message.code,
    step,
    at: new Date().toISOString(),
  };
  await queue.addOnce("receipts", keyOf(receipt), receipt);
  await sendReceipts();
}

const keyOf = (receipt) => `${receipt.message} ${receipt.subscription} ${receipt.step}`;

/** One sending at a time: what one push leaves behind the next takes along. */
function sendReceipts() {
  return navigator.locks.request(AGAIN, async () => {
    const waiting = await queue.all("receipts");
    if (!waiting.length) return;
    try {
      for (let i = 0; i < waiting.length; i += 50) await sendSome(waiting.slice(i, i + 50));
    } catch {
      await self.registration.sync?.register(AGAIN).catch(() => {});
    }
  });
}

async function sendSome(receipts) {
  const answer = await fetch("/delivery/receipts", {
    method: "POST",
    credentials: "omit",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ receipts }),
  });
  // What the house will never understand is not sent for ever.
  const never = answer.status === 400 || answer.status === 422;
  if (!answer.ok && !never) throw new Error(`receipts: ${answer.status}`);
  const taken = never ? receipts : ((await answer.json()).taken ?? []);
  for (const one of taken) await queue.remove("receipts", keyOf(one));
}

// the browser changed the subscription by itself

async function renew() {
  const page = await fetch("/more", { headers: { Accept: "text/html" } });
  const text = await page.text();
  const secret = text.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? "";
  const language = page.headers.get("Content-Language") ?? "ar";
  await self.kullunaSubscription.sync(self.registration, { secret, language });
}

// The worker was started, for whatever reason: what waits may go now.
sendReceipts().catch(() => {});
