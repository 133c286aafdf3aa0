// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the time left down; the page works without it. At zero only the server knows what became of the order.
"use strict";
const left = document.getElementById("left");
if (left) {
    const end = performance.now() + Number(left.dataset.seconds) * 1000;
    const two = (n) => String(n).padStart(2, "0");
    const tick = () => {
        const s = Math.max(0, Math.round((end - performance.now()) / 1000));
        const tail = two(Math.floor(s / 60) % 60) + ":" + two(s % 60);
        left.textContent = s < 3600 ? tail : Math.floor(s / 3600) + ":" + tail;
        left.classList.toggle("urgent", s < 120);
        if (s === 0) {
            clearInterval(timer);
            setTimeout(() => location.replace(location.href), 1500);
        }
    };
    const timer = setInterval(tick, 1000);
    tick();
}
for (const form of document.forms) {
    form.addEventListener("submit", () => {
        for (const button of document.querySelectorAll("button")) {
            // After the event, so that the press itself still goes out.
            setTimeout(() => { button.disabled = true; }, 0);
        }
    });
}
