/// The part of the script that hands in what is dropped, pasted or chosen on the page for it, each file by itself, and shows what came of it.
enum AddScript {
    static let text = """
        (() => {
          const form = document.getElementById("add");
          if (!form) return;
          const list = document.getElementById("handed");
          const waiting = [];
          let isBusy = false;
          document.getElementById("drop-hint").hidden = false;
          const line = (name, words) => {
            const item = document.createElement("li"), text = document.createElement("p"), file = document.createElement("bdi");
            file.textContent = name;
            text.append(file, ": " + words);
            item.append(text);
            return item;
          };
          const show = (each, ...items) => each.item.replaceWith(...items);
          const hand = async (each) => {
            const body = new FormData();
            for (const [name, value] of each.said) body.append(name, value);
            body.append("file", each.file, each.file.name);
            try {
              const answer = await fetch(form.action, {method: "POST", body});
              const page = new DOMParser().parseFromString(await answer.text(), "text/html");
              const items = [...page.querySelectorAll("ul.handed > li")];
              if (answer.ok && items.length) return show(each, ...items.map((item) => document.importNode(item, true)));
              show(each, line(each.file.name, "not taken – " + (page.querySelector("main p:not(.note)")?.textContent || answer.statusText)));
            } catch {
              show(each, line(each.file.name, "not taken – it could not be read or sent. Folders cannot be dropped; files can be dropped again."));
            }
          };
          const add = async (files) => {
            const said = [...new FormData(form)].filter(([name]) => ["csrf", "folder", "url", "note"].includes(name));
            for (const file of files) {
              const item = line(file.name, "waiting");
              list.append(item);
              waiting.push({file, said, item});
            }
            if (isBusy) return;
            isBusy = true;
            for (let each; (each = waiting.shift());) await hand(each);
            isBusy = false;
          };
          const pasted = (text, ending, type) => new File([text], "pasted-" + new Date().toISOString().slice(0, 19).replace(/\\D/g, "") + ending, {type});
          document.addEventListener("paste", (event) => {
            if (event.target.closest("input:not([type=file]), textarea")) return;
            const data = event.clipboardData;
            const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
            if (data.files.length) add([...data.files]);
            else if (html) add([pasted(html, ".html", "text/html")]);
            else if (text) add([pasted(text, ".txt", "text/plain")]);
            else return;
            event.preventDefault();
          });
          const isOfFiles = (event) => event.dataTransfer.types.includes("Files");
          document.addEventListener("dragover", (event) => {
            if (!isOfFiles(event)) return;
            event.preventDefault();
            document.body.classList.add("dropping");
          });
          document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
          document.addEventListener("drop", (event) => {
            document.body.classList.remove("dropping");
            if (!isOfFiles(event)) return;
            event.preventDefault();
            add([...event.dataTransfer.files]);
          });
          form.addEventListener("submit", (event) => {
            const chosen = form.elements.file.files;
            if (!chosen.length || form.elements.text.value.trim()) return;
            event.preventDefault();
            add([...chosen]);
            form.elements.file.value = "";
          });
          addEventListener("beforeunload", (event) => { if (isBusy) event.preventDefault(); });
        })();
        """
}
