// A button with data-copy puts the value of the field it names on the clipboard and says so. Without a clipboard the
// button stays away: the field can be copied by hand.
document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  if (!field || !navigator.clipboard) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    const said = document.querySelector("[data-copy-said]");
    if (said) {
      said.textContent = button.dataset.copied;
    }
  });
});
