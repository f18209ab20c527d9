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
})();
