/// The one script of all pages: keys. Everything works without it.
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
              case "?": help(); break;
            }
          });
          if (matchMedia("(max-width: 900px)").matches)
            for (const each of document.querySelectorAll("details.rail-facts")) each.open = false;
        })();
        """
}
