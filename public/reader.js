// The reader's one script. Every page is complete without it; it remembers, copies, prints, plays and appends. What was chosen
// before is in force by then (components/site/choices.js).
(function () {
  var root = document.documentElement;
  var storage;
  try {
    storage = window.localStorage;
  } catch (_) {
    storage = null; // Closed by the reader's browser: choices then last as long as the page.
  }
  function recall(name) {
    try {
      return storage && storage.getItem('toasoan-' + name);
    } catch (_) {
      return null;
    }
  }
  function keep(name, value) {
    try {
      if (storage) storage.setItem('toasoan-' + name, value);
    } catch (_) {}
  }
  function remember(name, value) {
    root.dataset[name] = value;
    keep(name, value);
  }

  function restoreChoices() {
    document.querySelectorAll('[data-remember]').forEach(function (group) {
      var name = group.dataset.remember;
      var chosen = root.dataset[name];
      var input = chosen && group.querySelector('input[value="' + chosen + '"]');
      if (input) input.checked = true;
      else {
        // Chosen before this script was there.
        var ticked = group.querySelector('input:checked');
        if (ticked && !ticked.defaultChecked) remember(name, ticked.value);
      }
      group.addEventListener('change', function (event) {
        remember(name, event.target.value);
      });
    });
  }

  function say(from, text) {
    var status = from.closest('.share').querySelector('[role=status]');
    status.textContent = text;
    setTimeout(function () {
      status.textContent = '';
    }, 4000);
  }

  function copy(event, summary) {
    if (!navigator.clipboard) return; // The field below the button can be copied by hand.
    event.preventDefault();
    navigator.clipboard.writeText(summary.dataset.copy).then(
      function () {
        say(summary, 'Đã sao chép');
      },
      function () {
        summary.parentElement.open = true;
      },
    );
  }

  function play(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    var frame = document.createElement('iframe');
    frame.src = 'https://www.youtube-nocookie.com/embed/' + link.dataset.video + '?autoplay=1';
    frame.title = link.textContent.trim();
    frame.allow = 'autoplay; encrypted-media; picture-in-picture';
    frame.allowFullscreen = true;
    link.replaceWith(frame);
    frame.focus();
  }

  // "Xem thêm": the next page's articles are set under these ones, and the link moves on to the page after it.
  function append(event, link) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !window.fetch) return;
    var list = (link.closest('.rail') || document).querySelector('[data-more-into]');
    if (!list) return;
    event.preventDefault();
    if (link.getAttribute('aria-busy')) return;
    link.setAttribute('aria-busy', 'true');
    fetch(link.href)
      .then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      })
      .then(function (html) {
        var page = new DOMParser().parseFromString(html, 'text/html');
        var shown = {};
        document.querySelectorAll('[data-article]').forEach(function (card) {
          shown[card.dataset.article] = true;
        });
        var first = null;
        page.querySelectorAll('main .card').forEach(function (card) {
          if (shown[card.dataset.article]) return;
          shown[card.dataset.article] = true;
          card.className = list.closest('.rail') ? 'card card-rail' : 'card card-row';
          var item = document.createElement('li');
          item.append(card);
          list.append(item);
          first = first || card.querySelector('.card-title a');
        });
        var next = page.querySelector('main .pager [data-more]');
        link.removeAttribute('aria-busy');
        // Nothing that is not here already: the page itself is the way on.
        if (!first && !next) location.href = link.href;
        if (next) link.href = next.getAttribute('href');
        else link.remove();
        if (first) first.focus({ preventScroll: true });
      })
      .catch(function () {
        location.href = link.href;
      });
  }

  document.addEventListener('click', function (event) {
    var target = event.target.closest && event.target.closest('[data-copy],[data-print],[data-video],[data-more]');
    if (!target) return;
    if ('copy' in target.dataset) copy(event, target);
    else if ('print' in target.dataset) window.print();
    else if ('video' in target.dataset) play(event, target);
    else append(event, target);
  });

  // Suggestions under a search box: a combobox with a list, the box itself keeps the focus.
  function suggest(input) {
    var list = document.createElement('ul');
    var typed = '';
    var at = -1;
    var timer;
    function set(name, value) {
      input.setAttribute(name, value);
    }
    function choose(next) {
      var items = list.children;
      if (items[at]) items[at].setAttribute('aria-selected', 'false');
      at = next;
      if (items[at]) items[at].setAttribute('aria-selected', 'true');
      set('aria-activedescendant', items[at] ? items[at].id : '');
      input.value = items[at] ? items[at].textContent : typed;
    }
    function show(phrases) {
      list.textContent = '';
      at = -1;
      phrases.forEach(function (phrase, index) {
        var item = document.createElement('li');
        item.id = list.id + index;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = phrase;
        list.append(item);
      });
      list.hidden = !phrases.length;
      set('aria-expanded', !list.hidden);
      set('aria-activedescendant', '');
    }
    function ask() {
      typed = input.value;
      clearTimeout(timer);
      if (typed.trim().length < 2) return show([]);
      timer = setTimeout(function () {
        var asked = typed;
        fetch('/api/goi-y?q=' + encodeURIComponent(asked.trim().slice(0, 100)))
          .then(function (answer) {
            return answer.json();
          })
          .then(function (phrases) {
            if (asked === input.value && document.activeElement === input) show(phrases);
          })
          .catch(function () {}); // Without suggestions the search is what it was.
      }, 150);
    }
    list.id = input.id + '-goi-y';
    list.className = 'search-suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Gợi ý');
    input.type = 'text';
    input.enterKeyHint = 'search';
    set('role', 'combobox');
    set('aria-autocomplete', 'list');
    set('aria-expanded', 'false');
    set('aria-controls', list.id);
    input.parentNode.append(list);
    input.addEventListener('input', ask);
    input.addEventListener('blur', function () {
      show([]);
    });
    input.addEventListener('keydown', function (event) {
      var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      var count = list.children.length;
      if (event.key === 'Escape' && count) {
        event.preventDefault();
        choose(-1);
        show([]);
      } else if (step && count && !event.isComposing) {
        event.preventDefault();
        // Beyond either end is what was typed.
        choose(((at + 1 + step + count + 1) % (count + 1)) - 1);
      }
    });
    list.addEventListener('mousedown', function (event) {
      event.preventDefault(); // The focus stays in the box.
    });
    list.addEventListener('click', function (event) {
      input.value = event.target.textContent;
      input.form.requestSubmit();
    });
  }

  // Where the browser knows no speculation rules, the page behind a link is fetched when a pointer or finger comes to it.
  function fetchAhead(event) {
    var link = event.target.closest && event.target.closest('a[href^="/"]:not([rel~=nofollow],[data-more])');
    if (!link || link.dataset.ahead || /^\/(admin|media|tim-kiem)/.test(link.getAttribute('href'))) return;
    link.dataset.ahead = '';
    var hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.href;
    document.head.append(hint);
  }
  if (!(window.HTMLScriptElement && HTMLScriptElement.supports && HTMLScriptElement.supports('speculationrules'))) {
    document.addEventListener('pointerover', fetchAhead, { passive: true });
    document.addEventListener('touchstart', fetchAhead, { passive: true });
  }

  // An article is told as read, by its number alone, once it was on the screen for a few seconds; once a day. What was
  // read stays in this browser.
  function tellRead() {
    var article = document.querySelector('article[data-article].article');
    if (!article || !navigator.sendBeacon || !/-\d+\.html$/.test(location.pathname)) return;
    var id = +article.dataset.article;
    var today = new Date().toDateString();
    var waiting = 0;
    function read() {
      var known = (recall('read') || '').split('|');
      var ids = known[0] === today ? (known[1] || '').split(',') : [];
      if (ids.indexOf('' + id) >= 0) return;
      ids.push(id);
      keep('read', today + '|' + ids.slice(-200));
      navigator.sendBeacon('/api/luot-doc', JSON.stringify({ id: id }));
    }
    // A page that is made ahead or lies in another tab is not being read.
    function look() {
      clearTimeout(waiting);
      if (!document.prerendering && document.visibilityState === 'visible') waiting = setTimeout(read, 4000);
    }
    document.addEventListener('visibilitychange', look);
    document.addEventListener('prerenderingchange', look);
    look();
  }

  function ready() {
    restoreChoices();
    tellRead();
    if (window.fetch) document.querySelectorAll('[data-suggest]').forEach(suggest);
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
})();
