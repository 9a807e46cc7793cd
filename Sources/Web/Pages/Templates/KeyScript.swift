/// The part of the script that all pages share: keys, a range that is dragged, citations that are copied, what comes in.
enum KeyScript {
    static let text = """
        "use strict";
        (() => {
          const links = [...document.querySelectorAll("ol.hits h2 a")];
          let place = -1;
          const go = (step) => {
            if (!links.length) return;
            place = Math.min(links.length - 1, Math.max(0, place + step));
            links[place].focus();
            links[place].scrollIntoView({block: "nearest"});
          };
          const help = () => {
            const dialog = document.getElementById("keys");
            if (!dialog.open) dialog.showModal();
          };
          document.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.target.matches("input, textarea, select")) return;
            switch (event.key) {
              case "/": document.querySelector("input[type=search]").focus(); event.preventDefault(); break;
              case "j": go(1); break;
              case "k": go(-1); break;
              case "o": if (place >= 0) links[place].click(); break;
              case "m": document.body.classList.toggle("unmarked"); break;
              case "?": help(); break;
            }
          });
          const bars = document.querySelector("ul.bars");
          if (bars) {
            const items = [...bars.children];
            let first = -1, last = -1;
            const at = (event) => items.indexOf(document.elementFromPoint(event.clientX, event.clientY)?.closest("ul.bars > li"));
            const show = () => items.forEach((item, place) => item.classList.toggle(
              "chosen", first >= 0 && place >= Math.min(first, last) && place <= Math.max(first, last)));
            bars.classList.add("brushable");
            bars.addEventListener("dragstart", (event) => event.preventDefault());
            bars.addEventListener("pointerdown", (event) => { if (event.button === 0) { first = last = at(event); show(); } });
            document.addEventListener("pointermove", (event) => {
              if (first < 0) return;
              const place = at(event);
              if (place >= 0) { last = place; show(); }
            });
            document.addEventListener("pointercancel", () => { first = -1; show(); });
            document.addEventListener("pointerup", () => {
              if (first < 0) return;
              const [from, to] = [items[Math.min(first, last)], items[Math.max(first, last)]];
              const isRange = from !== to;
              first = -1;
              show();
              if (!isRange) return;
              const address = new URL(bars.dataset.search, location.href);
              address.searchParams.set("since", from.dataset.since);
              address.searchParams.set("until", to.dataset.until);
              location.assign(address);
            });
          }
          for (const button of document.querySelectorAll("button[data-copy]")) {
            button.hidden = false;
            button.addEventListener("click", async () => {
              const text = document.getElementById(button.dataset.copy);
              getSelection().selectAllChildren(text);
              try { await navigator.clipboard.writeText(text.textContent); } catch { document.execCommand("copy"); }
              button.textContent = "Copied";
            });
          }
          const news = document.querySelector("[data-events]");
          if (news) {
            const events = new EventSource(news.dataset.events);
            events.addEventListener("status", (event) => {
              const now = JSON.parse(event.data);
              for (const name of ["today", "waiting", "total"]) document.getElementById("now-" + name).textContent = now[name];
              news.hidden = now.newest === news.dataset.newest;
            });
            events.addEventListener("end", () => events.close());
          }
          if (matchMedia("(max-width: 900px)").matches)
            for (const each of document.querySelectorAll("details.rail-facts")) each.open = false;
        })();
        """
}
