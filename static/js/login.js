// On the demo's login page a press on an account fills in its name.
"use strict";

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-account]");
  if (!button) return;
  document.getElementById("id_username").value = button.dataset.account;
  document.getElementById("id_password").focus();
});
