// On the demo's login page a press on an account fills in its name; without this file its link does.
"use strict";

document.addEventListener("click", (event) => {
  const account = event.target.closest("[data-account]");
  if (!account || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  document.getElementById("id_username").value = account.dataset.account;
  document.getElementById("id_password").focus();
});
