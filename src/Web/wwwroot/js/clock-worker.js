// Lets the clock's page load again while the network is away; see desk-worker.js.
self.JMA_KEPT = "jma-clock:";
importScripts("desk-worker.js");
