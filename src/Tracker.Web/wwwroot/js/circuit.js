// Brings the page to life. Over a slow line every round trip is half a second: those of the socket pass while the framework
// is still on its way, nobody asks which way to go (there is one) or what else to load first (nothing; a test says so), and
// the script of dialogs comes during the three round trips that the circuit takes to draw: it is there before a click counts.
const framework = document.querySelector("script[data-dialogs]");
let early = new WebSocket(new URL("_blazor", document.baseURI.replace(/^http/, "ws")));

// Called with `new` for each connection: the first takes the socket that is waiting, unless it was given up meanwhile.
function Socket(address) {
  const waiting = early;
  early = null;
  if (!waiting || waiting.readyState > WebSocket.OPEN) return new WebSocket(address);
  if (waiting.readyState === WebSocket.OPEN) setTimeout(() => waiting.onopen(new Event("open")));
  return waiting;
}
Socket.OPEN = WebSocket.OPEN;

function start() {
  const dialogs = document.createElement("script");
  dialogs.src = framework.dataset.dialogs;
  document.head.append(dialogs);
  for (const name of ["rowtick", "rowact"]) Blazor.registerCustomEventType(name, { createEventArgs: (e) => e.detail });
  Blazor.start({
    initializers: { beforeStart: [], afterStarted: [] },
    configureSignalR: (hub) => hub.withUrl("_blazor", { skipNegotiation: true, transport: 1, WebSocket: Socket }),
  });
}
if (window.Blazor) start();
else framework.addEventListener("load", start);
