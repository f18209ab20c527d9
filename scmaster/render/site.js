(function () {
  "use strict";
  var MONTHS = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus",
    "september", "oktober", "november", "desember"];
  var collator = new Intl.Collator("id", { numeric: true });

  function number(text) {
    var found = /^[+−-]?\d[\d.]*(?:,\d+)?/.exec(text);
    if (!found) { return null; }
    return Number(found[0].replace(/\./g, "").replace(",", ".").replace("−", "-"));
  }

  function day(text) {
    var found = /^(?:(\d{1,2}) )?(?:([A-Za-z]+) )?(\d{4})$/.exec(text);
    if (!found) { return null; }
    var month = found[2] ? MONTHS.indexOf(found[2].toLowerCase()) : 0;
    return month < 0 ? null : Number(found[3]) * 372 + month * 31 + Number(found[1] || 1);
  }

  function unknown(cell) {
    var text = cell.textContent.trim();
    return text === "" || text === "–" || !!cell.querySelector(".belum-ada:only-child");
  }

  function reader(cells) {
    var known = cells.filter(function (cell) { return !unknown(cell); })
      .map(function (cell) { return cell.textContent.trim(); });
    var able = [day, number].filter(function (read) {
      return known.every(function (text) { return read(text) !== null; });
    });
    return able[0] || null;
  }

  function sort(table, column, down) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var cells = rows.map(function (row) { return row.cells[column]; });
    var read = reader(cells);
    var keys = cells.map(function (cell, n) {
      var text = cell.textContent.trim();
      return { row: rows[n], n: n, last: unknown(cell), key: read ? read(text) : text };
    });
    keys.sort(function (one, other) {
      if (one.last !== other.last) { return one.last ? 1 : -1; }
      var way = read ? one.key - other.key : collator.compare(one.key, other.key);
      return (down ? -way : way) || one.n - other.n;
    });
    var sorted = document.createDocumentFragment();
    keys.forEach(function (each) { sorted.appendChild(each.row); });
    body.appendChild(sorted);
  }

  document.querySelectorAll("table.urut").forEach(function (table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, down);
      });
    });
  });

  function field(tag, words, into) {
    var label = document.createElement("label");
    var made = document.createElement(tag);
    label.textContent = words + " ";
    label.appendChild(made);
    into.appendChild(label);
    return made;
  }

  function choices(select, words) {
    var known = words.filter(function (word, n) { return words.indexOf(word) === n; });
    [""].concat(known.sort(collator.compare)).forEach(function (word) {
      select.appendChild(new Option(word || "semua", word));
    });
  }

  document.querySelectorAll("table.saring").forEach(function (table) {
    var bar = document.createElement("div");
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
    var search = field("input", "Cari", bar);
    search.type = "search";
    var picks = [];
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      if (!head.hasAttribute("data-pilih")) { return; }
      var select = field("select", head.textContent, bar);
      var words = rows.map(function (row) { return row.cells[column].textContent.trim(); });
      choices(select, words);
      picks.push({ select: select, words: words });
    });
    var told = document.createElement("span");
    told.setAttribute("role", "status");
    bar.appendChild(told);
    bar.className = "saringan";
    table.parentNode.insertBefore(bar, table);

    function show() {
      var wanted = search.value.trim().toLowerCase();
      var count = 0;
      rows.forEach(function (row, n) {
        var fits = texts[n].indexOf(wanted) >= 0 && picks.every(function (pick) {
          return !pick.select.value || pick.select.value === pick.words[n];
        });
        row.hidden = !fits;
        count += fits ? 1 : 0;
      });
      told.textContent = count + " dari " + rows.length + " baris";
    }
    bar.addEventListener("input", show);
    show();
  });
})();
